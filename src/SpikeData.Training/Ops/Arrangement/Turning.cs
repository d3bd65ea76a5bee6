namespace SpikeData.Training;

/// <summary>Images turned, flipped and transposed, alone or all orientations together.</summary>
public static class Turning
{
    public static Tensor Turn(this Tensor x, Orientation orientation)
    {
        Tensor y = x.Tape.New(orientation.Of(x.Shape), x.NeedsGradient);
        return y.Place(new(x, orientation.Of(PixelGrid.Of(x.Shape), x.Shape), PixelGrid.Of(y.Shape), y.Shape));
    }

    /// <summary>All images in the first orientation, then all in the second, and so on: [K N, C, H, W] from square images.</summary>
    public static Tensor StackTurned(this Tensor x, params ReadOnlySpan<Orientation> orientations)
    {
        Shape shape = Square(x.Shape);
        Tensor y = x.Tape.New(shape with { Batch = orientations.Length * shape.Batch }, x.NeedsGradient);
        PixelGrid to = PixelGrid.Of(y.Shape);
        for (int i = 0; i < orientations.Length; i++)
            y.Place(new(x, orientations[i].Of(PixelGrid.Of(shape), shape), to.FromImage(i * shape.Batch), shape));
        return y;
    }

    /// <summary>Undoes <see cref="StackTurned"/>, with the channels of the orientations side by side: [N, K C, H, W] from [K N, C, H, W].</summary>
    public static Tensor JoinTurned(this Tensor x, params ReadOnlySpan<Orientation> orientations)
    {
        Shape shape = Square(x.Shape) with { Batch = x.Shape.Batch / orientations.Length };
        Tensor y = x.Tape.New(shape with { Channels = orientations.Length * shape.Channels }, x.NeedsGradient);
        PixelGrid from = PixelGrid.Of(x.Shape), to = PixelGrid.Of(y.Shape);
        for (int i = 0; i < orientations.Length; i++)
            y.Place(new(
                x, orientations[i].Inverse.Of(from.FromImage(i * shape.Batch), shape), to.FromChannel(i * shape.Channels), shape));
        return y;
    }

    static Shape Square(Shape shape) =>
        shape.Height == shape.Width ? shape : throw new ArgumentException($"Square images were expected; these are {shape}.");
}
