using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The gradient of a convolution's result before its rectifier, with zeros around it, in rented memory where a copy is needed.</summary>
readonly ref struct RectifiedGradient
{
    readonly Tape tape;
    readonly Buffer<float>? copy;

    public RectifiedGradient(Tape tape, Tensor result, float slope, Padding margin)
    {
        this.tape = tape;
        Shape shape = result.Shape;
        Inside = Pixels.Of(result.Gradient, shape);
        if (slope == 1 && margin.IsNone) return;
        Shape padded = shape with { Height = shape.Height + margin.Top + margin.Bottom, Width = shape.Width + margin.Left + margin.Right };
        copy = tape.Rent(padded.Length);
        tape.Run(
            new PadPixels(result.Gradient, shape.Height, shape.Width, result.Values, slope, copy.View, padded, margin),
            padded.Pixels,
            padded.Channels);
        Inside = new(copy.View, PixelGrid.Of(padded).From(margin.Top, margin.Left));
    }

    /// <summary>The gradient without its margin.</summary>
    public Pixels Inside { get; }

    public void Dispose()
    {
        if (copy is not null) tape.Return(copy);
    }
}

/// <summary>Images in a buffer: the numbers and where each pixel begins.</summary>
readonly record struct Pixels(View<float> Values, PixelGrid Grid)
{
    public static Pixels Of(View<float> values, Shape shape) => new(values, PixelGrid.Of(shape));
}
