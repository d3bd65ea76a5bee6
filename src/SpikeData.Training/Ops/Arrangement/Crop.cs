namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Some rows and columns of every image.</summary>
    public Tensor Crop(int top, int left, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(top, left));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top + height, Shape.Height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left + width, Shape.Width);
        Tensor y = Tape.New(Shape with { Height = height, Width = width }, NeedsGradient);
        return y.CopyFrom(this, PixelGrid.Of(Shape).From(top, left), PixelGrid.Of(y.Shape), y.Shape);
    }

    /// <summary>Some neighboring channels.</summary>
    public Tensor Slice(int first, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + channels, Shape.Channels);
        Tensor y = Tape.New(Shape with { Channels = channels }, NeedsGradient);
        return y.CopyFrom(this, PixelGrid.Of(Shape).FromChannel(first), PixelGrid.Of(y.Shape), y.Shape);
    }
}
