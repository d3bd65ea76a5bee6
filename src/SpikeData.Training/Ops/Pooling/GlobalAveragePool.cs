using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The mean over all pixels of an image: [N, C, 1, 1] from [N, C, H, W].</summary>
    public Tensor GlobalAveragePool()
    {
        Tensor y = Tape.New(Shape with { Height = 1, Width = 1 }, NeedsGradient);
        y.RunPixels(new GlobalAveragePool(Values, Shape, y.Values));
        return y.Record(this, static (x, y) => x.RunPixels(new GlobalAveragePoolGradient(y.Gradient, x.Shape, x.Share())));
    }
}

/// <summary>y = mean of x over the pixels of an image, per channel; lines are summed first.</summary>
readonly struct GlobalAveragePool(View<float> x, Shape shape, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * shape.Height * shape.Width * shape.Channels + column;
        TLane total = TLane.Splat(0f);
        for (int i = 0; i < shape.Height; i++)
        {
            TLane line = TLane.Splat(0f);
            for (int j = 0; j < shape.Width; j++, at += shape.Channels) line += TLane.Load(x, at);
            total += line;
        }

        TLane.Store(y, (long)row * shape.Channels + column, total / TLane.Splat((float)(shape.Height * shape.Width)));
    }
}

/// <summary>dx = dy / pixels.</summary>
readonly struct GlobalAveragePoolGradient(View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width, image = row / pixels;
        dx.Add((long)row * shape.Channels + column, TLane.Load(dy, (long)image * shape.Channels + column) / TLane.Splat((float)pixels));
    }
}
