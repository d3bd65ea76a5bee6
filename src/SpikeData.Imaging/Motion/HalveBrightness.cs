using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The next coarser level of a pyramid: means of 2x2 pixels, rounded half up; at an odd border the last pixel counts twice. Run over the rows and columns of the coarse level with its apron.</summary>
/// <param name="fine">Packed neighbors with their apron.</param>
/// <param name="coarse">The same of half the height and width, rounded up.</param>
/// <param name="height">Fine rows.</param>
/// <param name="width">Fine columns.</param>
public readonly struct HalveBrightness(View<int> fine, View<int> coarse, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron from = new(height, width), to = new((height + 1) / 2, (width + 1) / 2);
        int top = from.Start(2 * to.Row(row));
        TLane left = to.Column(TLane.Ramp(column)), right = to.Column(TLane.Ramp(column + 1));
        TLane.Store(coarse, row * to.Stride + column, Neighbors.Pack(Mean(left, top, from.Stride), Mean(right, top, from.Stride)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Mean<TLane>(TLane column, int top, int stride)
        where TLane : struct, IIntLane<TLane>
    {
        TLane at = (column << 1) + TLane.Splat(top), above = TLane.Gather(fine, at), below = TLane.Gather(fine, at + TLane.Splat(stride));
        return (Neighbors.Left(above) + Neighbors.Right(above) + Neighbors.Left(below) + Neighbors.Right(below) + TLane.Splat(2)) >> 2;
    }
}
