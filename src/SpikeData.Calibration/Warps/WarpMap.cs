namespace SpikeData.Calibration;

/// <summary>From which place of a source picture each pixel of a warped one comes, to 1/256 of a pixel.</summary>
/// <remarks>Places are computed in double precision without library functions beyond the square root and rounded once, so a map is the same on every machine.</remarks>
public sealed class WarpMap
{
    /// <summary>The parts of a pixel that places are rounded to.</summary>
    public const int Parts = 256;

    /// <summary>Stands for a pixel that looks past the border of the source picture.</summary>
    const int Outside = -1;

    WarpMap(int height, int width) => (Height, Width, X, Y) = (height, width, new int[height * width], new int[height * width]);

    /// <summary>Rows of the warped picture.</summary>
    public int Height { get; }

    /// <summary>Columns of the warped picture.</summary>
    public int Width { get; }

    /// <summary>Columns of the source picture times 256, [height, width]; -1 where the pixel sees nothing.</summary>
    public int[] X { get; }

    /// <summary>Rows of the source picture times 256, [height, width].</summary>
    public int[] Y { get; }

    /// <summary>The share of pixels that see something.</summary>
    public double Coverage => X.Count(x => x != Outside) / (double)X.Length;

    /// <summary>Tabulates where pixels come from.</summary>
    /// <param name="height">Rows of the warped picture.</param>
    /// <param name="width">Columns of the warped picture.</param>
    /// <param name="source">The camera that took the source picture.</param>
    /// <param name="origin">The place of the source picture that is seen at a place of the warped one.</param>
    public static WarpMap Of(int height, int width, Camera source, Func<Point2, Point2> origin)
    {
        WarpMap map = new(height, width);
        Parallel.For(0, height, row =>
        {
            for (int column = 0; column < width; column++) map.Set(row * width + column, origin(new(column, row)), source);
        });
        return map;
    }

    void Set(int at, Point2 place, Camera source)
    {
        bool inside = place.X > -0.5 && place.Y > -0.5 && place.X < source.Width - 0.5 && place.Y < source.Height - 0.5;
        (X[at], Y[at]) = inside ? (Round(place.X, source.Width), Round(place.Y, source.Height)) : (Outside, 0);
    }

    static int Round(double place, int length) => (int)Math.Floor(Math.Clamp(place, 0, length - 1) * Parts + 0.5);
}
