namespace SpikeData.Calibration;

/// <summary>Three rows of three numbers: a rotation, a camera matrix, a fundamental matrix or a homography.</summary>
public readonly record struct Matrix3(Point3 First, Point3 Second, Point3 Third)
{
    public static Matrix3 Identity { get; } = Diagonal(1, 1, 1);

    /// <summary>The product of the three numbers a matrix stretches space by.</summary>
    public double Determinant => First.Dot(Second.Cross(Third));

    /// <summary>The three columns as rows.</summary>
    public Matrix3 Transpose() => new(new(First.X, Second.X, Third.X), new(First.Y, Second.Y, Third.Y), new(First.Z, Second.Z, Third.Z));

    /// <summary>The matrix that undoes this one; its numbers are not finite where there is none.</summary>
    public Matrix3 Invert() => new Matrix3(Second.Cross(Third), Third.Cross(First), First.Cross(Second)).Transpose() * (1 / Determinant);

    /// <summary>The angle by which a rotation turns, in radians.</summary>
    public double Angle => Math.Acos(Math.Clamp((First.X + Second.Y + Third.Z - 1) / 2, -1, 1));

    public static Matrix3 Diagonal(double x, double y, double z) => new(new(x, 0, 0), new(0, y, 0), new(0, 0, z));

    /// <summary>The matrix whose product with a vector is the cross product with it.</summary>
    public static Matrix3 CrossWith(Point3 vector) => new(new(0, -vector.Z, vector.Y), new(vector.Z, 0, -vector.X), new(-vector.Y, vector.X, 0));

    /// <summary>The rotation about an axis by its length in radians (Rodrigues).</summary>
    public static Matrix3 Rotation(Point3 axis)
    {
        double angle = axis.Length;
        if (angle == 0) return Identity;
        Matrix3 cross = CrossWith(axis * (1 / angle));
        return Identity + cross * Math.Sin(angle) + cross * cross * (1 - Math.Cos(angle));
    }

    /// <summary>The rotation about z that takes x to y, so many times.</summary>
    public static Matrix3 QuarterTurns(int count) => (count & 3) switch
    {
        0 => Identity,
        1 => new(new(0, -1, 0), new(1, 0, 0), new(0, 0, 1)),
        2 => Diagonal(-1, -1, 1),
        _ => new(new(0, 1, 0), new(-1, 0, 0), new(0, 0, 1)),
    };

    /// <summary>By how many quarter turns about z a rotation comes nearest to none: cameras on their sides, or upside down.</summary>
    public int NearestQuarterTurns => (int)Math.Round(Math.Atan2(Second.X - First.Y, First.X + Second.Y) / (Math.PI / 2)) & 3;

    public static Matrix3 operator +(Matrix3 a, Matrix3 b) => new(a.First + b.First, a.Second + b.Second, a.Third + b.Third);

    public static Matrix3 operator *(Matrix3 a, double factor) => new(a.First * factor, a.Second * factor, a.Third * factor);

    public static Point3 operator *(Matrix3 a, Point3 vector) => new(a.First.Dot(vector), a.Second.Dot(vector), a.Third.Dot(vector));

    public static Matrix3 operator *(Matrix3 a, Matrix3 b)
    {
        Matrix3 columns = b.Transpose();
        return new Matrix3(a * columns.First, a * columns.Second, a * columns.Third).Transpose();
    }

    /// <summary>Where a homography takes a place of a picture.</summary>
    public Point2 Apply(Point2 place)
    {
        Point3 image = this * new Point3(place.X, place.Y, 1);
        return new(image.X / image.Z, image.Y / image.Z);
    }

    /// <summary>The same matrix with the last number 1, as homographies and fundamental matrices are written.</summary>
    public Matrix3 Normalized() => this * (1 / Third.Z);
}
