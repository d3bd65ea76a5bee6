using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The brightness of a frame at half its size, in quarters of a level, 0 to 1020: (29 B + 150 G + 77 R) / 64 of the mean of 2x2 pixels, rounded. Run over the rows and columns of the half size with its apron.</summary>
/// <param name="pixels">Packed pixels of the frame, with their apron.</param>
/// <param name="pairs">Packed neighbors of half the height and width, rounded up, with their apron; at an odd border the last pixel counts twice.</param>
/// <param name="height">Rows of the frame.</param>
/// <param name="width">Columns of the frame.</param>
public readonly struct MeasureBrightness(View<int> pixels, View<int> pairs, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron from = new(height, width), to = new((height + 1) / 2, (width + 1) / 2);
        int top = from.Start(2 * to.Row(row));
        TLane left = to.Column(TLane.Ramp(column)), right = to.Column(TLane.Ramp(column + 1));
        TLane.Store(pairs, row * to.Stride + column, Neighbors.Pack(Brightness(left, top, from.Stride), Brightness(right, top, from.Stride)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Brightness<TLane>(TLane column, int top, int stride)
        where TLane : struct, IIntLane<TLane>
    {
        TLane at = (column << 1) + TLane.Splat(top), one = TLane.Splat(1), below = at + TLane.Splat(stride);
        TLane a = TLane.Gather(pixels, at), b = TLane.Gather(pixels, at + one), c = TLane.Gather(pixels, below), d = TLane.Gather(pixels, below + one);
        TLane outer = TLane.Splat(0x00ff00ff), inner = TLane.Splat(0x0000ff00);
        TLane both = (a & outer) + (b & outer) + (c & outer) + (d & outer), green = (a & inner) + (b & inner) + (c & inner) + (d & inner);
        TLane sum = (both & TLane.Splat(0xffff)) * TLane.Splat(29) + (green >> 8) * TLane.Splat(150) + (both >> 16) * TLane.Splat(77);
        return (sum + TLane.Splat(128)) >> 8;
    }
}
