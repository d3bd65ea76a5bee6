using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Nearest-neighbor enlargement.</summary>
public static class Enlargement
{
    /// <summary>Each pixel becomes a square of <paramref name="factor"/> times <paramref name="factor"/> pixels.</summary>
    public static Tensor Enlarge(this Tensor x, int factor)
    {
        Tensor y = x.Tape.New(x.Shape with { Height = x.Shape.Height * factor, Width = x.Shape.Width * factor }, x.NeedsGradient);
        x.Tape.Run(new Enlarge(x.Values, factor, y.Shape.Width, x.Shape.Channels, y.Values), y.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, factor, y));
    }

    readonly record struct Backward(Tensor X, int Factor, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new EnlargeGradient(Y.Gradient, Factor, X.Shape.Width, X.Shape.Channels, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y(x, y) = x(x / factor, y / factor), rounded down. Images follow each other without a gap, so lines need no image.</summary>
public readonly struct Enlarge(View<float> x, int factor, int width, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / width;
        long source = (long)(line / factor) * (width / factor) + (row - line * width) / factor;
        TLane.Store(y, (long)row * channels + column, TLane.Load(x, source * channels + column));
    }
}

/// <summary>dx = sum of dy over the pixel's square.</summary>
public readonly struct EnlargeGradient(View<float> dy, int factor, int width, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / width;
        long large = (long)width * factor, corner = line * factor * large + (row - line * width) * factor;
        TLane sum = TLane.Splat(0f);
        for (int y = 0; y < factor; y++)
            for (int x = 0; x < factor; x++) sum += TLane.Load(dy, (corner + y * large + x) * channels + column);
        dx.Add((long)row * channels + column, sum);
    }
}
