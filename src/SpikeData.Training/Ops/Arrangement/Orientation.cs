namespace SpikeData.Training;

/// <summary>One of the eight ways to lay an image on a grid: rows and columns swapped first, then flipped.</summary>
public readonly record struct Orientation(bool IsTransposed, bool FlipsRows, bool FlipsColumns)
{
    public static Orientation None => new(false, false, false);

    public static Orientation Transposed => new(true, false, false);

    public static Orientation HalfTurn => new(false, true, true);

    /// <summary>A quarter turn clockwise.</summary>
    public static Orientation RightTurn => new(true, false, true);

    /// <summary>A quarter turn counterclockwise.</summary>
    public static Orientation LeftTurn => new(true, true, false);

    /// <summary>The orientation that undoes this one.</summary>
    public Orientation Inverse => IsTransposed ? new(true, FlipsColumns, FlipsRows) : this;

    /// <summary>The shape of images in this orientation.</summary>
    public Shape Of(Shape shape) => IsTransposed ? shape with { Height = shape.Width, Width = shape.Height } : shape;

    /// <summary>Where the pixels of the turned images lie in the original ones.</summary>
    internal PixelGrid Of(PixelGrid grid, Shape original)
    {
        Shape turned = Of(original);
        if (IsTransposed) grid = grid.Transposed;
        if (FlipsRows) grid = grid.FlippedRows(turned.Height);
        return FlipsColumns ? grid.FlippedColumns(turned.Width) : grid;
    }
}
