using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Zeros around every image; a negative number cuts off instead, so (1, -1, 0, 0) moves images down by a row.</summary>
    public Tensor Pad(int top, int bottom, int left, int right)
    {
        Shape padded = Shape with { Height = Shape.Height + top + bottom, Width = Shape.Width + left + right };
        Tensor y = Tape.New(padded, NeedsGradient);
        y.RunPixels(new PadPixels(Values, Shape.Height, Shape.Width, default, 1, y.Values, padded, new(top, bottom, left, right)));
        return y.Record((x: this, top, left), static (op, y) =>
        {
            (Shape shape, Shape padded) = (op.x.Shape, y.Shape);
            int row = Math.Max(0, -op.top), height = Math.Min(shape.Height, padded.Height - op.top) - row;
            int column = Math.Max(0, -op.left), width = Math.Min(shape.Width, padded.Width - op.left) - column;
            bool isWhole = height == shape.Height && width == shape.Width;
            PixelGrid from = PixelGrid.Of(padded).From(row + op.top, column + op.left), to = PixelGrid.Of(shape).From(row, column);
            Accumulator share = isWhole ? op.x.Share() : op.x.ShareOfPart();
            y.Tape.Run(
                new CopyPixels(y.Gradient, from, height, width, share, to), CopyPixels.RowsOf(shape.Batch, height, width), shape.Channels);
        });
    }

    /// <summary>Continues every image beyond its border.</summary>
    /// <param name="border"><see cref="Border.Repeat"/>, or <see cref="Border.Mirror"/>, for which a side must be shorter than the image.</param>
    public Tensor Pad(Border border, int top, int bottom, int left, int right)
    {
        if (border == Border.Zeros) return Pad(top, bottom, left, right);
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(Math.Min(top, bottom), Math.Min(left, right)));
        if (border == Border.Mirror && (Math.Max(top, bottom) >= Shape.Height || Math.Max(left, right) >= Shape.Width))
            throw new ArgumentException($"A mirror cannot show more than the image {Shape} minus its border pixel.", nameof(border));
        Tensor y = Tape.New(Shape with { Height = Shape.Height + top + bottom, Width = Shape.Width + left + right }, NeedsGradient);
        BorderMap rows = new(border, Shape.Height, top, y.Shape.Height), columns = new(border, Shape.Width, left, y.Shape.Width);
        y.RunPixels(new ContinueBorders(Values, rows, columns, Shape.Channels, y.Values));
        return y.Record((x: this, rows, columns), static (op, y) =>
            op.x.RunPixels(new ContinueBordersGradient(y.Gradient, op.rows, op.columns, y.Shape.Channels, op.x.Share())));
    }
}

/// <summary>Copies images into larger ones with zeros, or repeated columns, around them; gradients pass the rectifier on the way.</summary>
/// <param name="source">Images of <paramref name="height"/> times <paramref name="width"/> pixels.</param>
/// <param name="signs">The rectifier's result, if the slope is not 1.</param>
/// <param name="slope">What numbers are multiplied with where the rectifier's result is not positive; 1 for a plain copy.</param>
/// <param name="target">The larger images.</param>
/// <param name="padded">Their shape.</param>
readonly struct PadPixels(
    View<float> source, int height, int width, View<float> signs, float slope, View<float> target, Shape padded, Padding padding) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / padded.Width, x = row - line * padded.Width - padding.Left;
        int image = line / padded.Height, y = line - image * padded.Height - padding.Top;
        if (padding.Columns == Border.Repeat) x = Math.Min(Math.Max(x, 0), width - 1);
        TLane value = TLane.Splat(0f);
        if (y >= 0 && y < height && x >= 0 && x < width)
        {
            long at = (((long)image * height + y) * width + x) * padded.Channels + column;
            value = TLane.Load(source, at);
            if (slope != 1) value = Relu.GradientOf(TLane.Load(signs, at), value, TLane.Splat(slope));
        }

        TLane.Store(target, (long)row * padded.Channels + column, value);
    }
}

/// <summary>y(place) = x(the place its border maps it to).</summary>
readonly struct ContinueBorders(View<float> x, BorderMap rows, BorderMap columns, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / columns.Padded, image = line / rows.Padded;
        int fromRow = rows.Source(line - image * rows.Padded), fromColumn = columns.Source(row - line * columns.Padded);
        long source = ((long)image * rows.Length + fromRow) * columns.Length + fromColumn;
        TLane.Store(y, (long)row * channels + column, TLane.Load(x, source * channels + column));
    }
}

/// <summary>dx(place) = sum of dy over all places that show it.</summary>
readonly struct ContinueBordersGradient(View<float> dy, BorderMap rows, BorderMap columns, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / columns.Length, x = row - line * columns.Length;
        int image = line / rows.Length, y = line - image * rows.Length;
        TLane sum = TLane.Splat(0f);
        for (int i = 0; i < rows.Copies; i++)
        {
            int paddedY = rows.Copy(y, i);
            if (paddedY < 0) continue;
            for (int j = 0; j < columns.Copies; j++)
            {
                int paddedX = columns.Copy(x, j);
                if (paddedX < 0) continue;
                sum += TLane.Load(dy, (((long)image * rows.Padded + paddedY) * columns.Padded + paddedX) * channels + column);
            }
        }

        dx.Add((long)row * channels + column, sum);
    }
}
