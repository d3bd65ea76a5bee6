namespace SpikeData.Training;

public sealed partial class Tensor
{
    public Tensor Turn(Orientation orientation)
    {
        Tensor y = Tape.New(orientation.Of(Shape), NeedsGradient);
        return y.CopyFrom(this, orientation.Of(PixelGrid.Of(Shape), Shape), PixelGrid.Of(y.Shape), y.Shape);
    }

    /// <summary>All images in the first orientation, then all in the second, and so on: [K N, C, H, W] from square images.</summary>
    public Tensor StackTurned(params ReadOnlySpan<Orientation> orientations)
    {
        CheckSquare();
        Tensor y = Tape.New(Shape with { Batch = orientations.Length * Shape.Batch }, NeedsGradient);
        PixelGrid to = PixelGrid.Of(y.Shape);
        for (int i = 0; i < orientations.Length; i++)
            y.CopyFrom(this, orientations[i].Of(PixelGrid.Of(Shape), Shape), to.FromImage(i * Shape.Batch), Shape);
        return y;
    }

    /// <summary>Undoes <see cref="StackTurned"/>, with the channels of the orientations side by side: [N, K C, H, W] from [K N, C, H, W].</summary>
    public Tensor JoinTurned(params ReadOnlySpan<Orientation> orientations)
    {
        CheckSquare();
        Shape shape = Shape with { Batch = Shape.Batch / orientations.Length };
        Tensor y = Tape.New(shape with { Channels = orientations.Length * shape.Channels }, NeedsGradient);
        PixelGrid from = PixelGrid.Of(Shape), to = PixelGrid.Of(y.Shape);
        for (int i = 0; i < orientations.Length; i++)
            y.CopyFrom(
                this, orientations[i].Inverse.Of(from.FromImage(i * shape.Batch), shape), to.FromChannel(i * shape.Channels), shape);
        return y;
    }

    void CheckSquare()
    {
        if (Shape.Height != Shape.Width) throw new ArgumentException($"Square images were expected; these are {Shape}.");
    }
}

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
