using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Borders that continue the image: repeated pixels or a mirror.</summary>
public static class BorderPadding
{
    /// <summary>Continues every image beyond its border.</summary>
    /// <param name="border"><see cref="Border.Repeat"/>, or <see cref="Border.Mirror"/>, for which a side must be shorter than the image.</param>
    public static Tensor Pad(this Tensor x, Border border, int top, int bottom, int left, int right)
    {
        if (border == Border.Zeros) return x.Pad(top, bottom, left, right);
        ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(Math.Min(top, bottom), Math.Min(left, right)));
        Shape shape = x.Shape;
        if (border == Border.Mirror && (Math.Max(top, bottom) >= shape.Height || Math.Max(left, right) >= shape.Width))
            throw new ArgumentException($"A mirror cannot show more than the image {shape} minus its border pixel.", nameof(border));
        Tensor y = x.Tape.New(shape with { Height = shape.Height + top + bottom, Width = shape.Width + left + right }, x.NeedsGradient);
        BorderMap rows = new(border, shape.Height, top, y.Shape.Height), columns = new(border, shape.Width, left, y.Shape.Width);
        x.Tape.Run(new ContinueBorders(x.Values, rows, columns, shape.Channels, y.Values), y.Shape.Pixels, shape.Channels);
        return x.Tape.Record(y, new Backward(x, y, rows, columns));
    }

    readonly record struct Backward(Tensor X, Tensor Y, BorderMap Rows, BorderMap Columns) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new ContinueBordersGradient(Y.Gradient, Rows, Columns, X.Shape.Channels, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y(place) = x(the place its border maps it to).</summary>
public readonly struct ContinueBorders(View<float> x, BorderMap rows, BorderMap columns, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / columns.Padded, image = line / rows.Padded;
        long source = ((long)image * rows.Length + rows.Source(line - image * rows.Padded)) * columns.Length + columns.Source(row - line * columns.Padded);
        TLane.Store(y, (long)row * channels + column, TLane.Load(x, source * channels + column));
    }
}

/// <summary>dx(place) = sum of dy over all places that show it.</summary>
public readonly struct ContinueBordersGradient(View<float> dy, BorderMap rows, BorderMap columns, int channels, Accumulator dx) : IFloatKernel
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
