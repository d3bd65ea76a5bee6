using OpenCvSharp;

namespace SpikeData.Calibration;

/// <summary>Places, vectors and matrices in the forms that OpenCV takes and gives.</summary>
static class OpenCvForms
{
    public static Point2f ToOpenCv(this Point2 place) => new((float)place.X, (float)place.Y);

    public static Point3f ToOpenCv(this Point3 point) => new((float)point.X, (float)point.Y, (float)point.Z);

    public static double[,] ToOpenCv(this Matrix3 matrix) => new[,]
    {
        { matrix.First.X, matrix.First.Y, matrix.First.Z },
        { matrix.Second.X, matrix.Second.Y, matrix.Second.Z },
        { matrix.Third.X, matrix.Third.Y, matrix.Third.Z },
    };

    public static Point2 ToPoint(this Point2f place) => new(place.X, place.Y);

    public static Point3 ToPoint(this Vec3d vector) => new(vector.Item0, vector.Item1, vector.Item2);

    public static Matrix3 ToMatrix(this Mat matrix) => new(Row(matrix, 0), Row(matrix, 1), Row(matrix, 2));

    static Point3 Row(Mat matrix, int row) => new(matrix.At<double>(row, 0), matrix.At<double>(row, 1), matrix.At<double>(row, 2));
}
