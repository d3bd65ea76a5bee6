namespace SpikeData.Training;

/// <summary>Borders added to images and cut off again.</summary>
public static class Framing
{
    /// <summary>Some rows and columns of every image.</summary>
    public static Tensor Crop(this Tensor x, int top, int left, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(top, left));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top + height, x.Shape.Height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left + width, x.Shape.Width);
        Tensor y = x.Tape.New(x.Shape with { Height = height, Width = width }, x.NeedsGradient);
        return y.Place(new(x, PixelGrid.Of(x.Shape).From(top, left), PixelGrid.Of(y.Shape), y.Shape));
    }

    /// <summary>Zeros around every image; a negative number cuts off instead, so (1, -1, 0, 0) moves images down by a row.</summary>
    public static Tensor Pad(this Tensor x, int top, int bottom, int left, int right)
    {
        Shape shape = x.Shape, padded = shape with { Height = shape.Height + top + bottom, Width = shape.Width + left + right };
        Tensor y = x.Tape.New(padded, x.NeedsGradient);
        x.Tape.Run(
            new PadPixels(x.Values, shape.Height, shape.Width, default, 1, y.Values, padded, new(top, bottom, left, right)),
            padded.Pixels,
            padded.Channels);
        return x.Tape.Record(y, new Backward(x, y, top, left));
    }

    readonly record struct Backward(Tensor X, Tensor Y, int Top, int Left) : IBackward
    {
        public void Run(Tape tape)
        {
            (Shape shape, Shape padded) = (X.Shape, Y.Shape);
            int y = Math.Max(0, -Top), x = Math.Max(0, -Left);
            int height = Math.Min(shape.Height, padded.Height - Top) - y, width = Math.Min(shape.Width, padded.Width - Left) - x;
            bool isWhole = height == shape.Height && width == shape.Width;
            tape.Run(
                new CopyPixels(
                    Y.Gradient,
                    PixelGrid.Of(padded).From(y + Top, x + Left),
                    height,
                    width,
                    isWhole ? X.Share() : X.ShareOfPart(),
                    PixelGrid.Of(shape).From(y, x)),
                CopyPixels.RowsOf(shape.Batch, height, width),
                shape.Channels);
        }
    }
}
