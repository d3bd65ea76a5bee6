using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Lets the light of one more frame fall on an open exposure: sum + frame, byte by byte.</summary>
/// <param name="frame">The bytes of the frame.</param>
/// <param name="sums">What the exposure collected so far, one number per byte.</param>
/// <param name="columns">Bytes in a row.</param>
/// <param name="keep">-1 to add to the sums, 0 to begin the exposure with this frame.</param>
public readonly struct AccumulateExposure(View<byte> frame, View<int> sums, int columns, int keep) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane.Store(sums, at, (TLane.Load(sums, at) & TLane.Splat(keep)) + TLane.Load(frame, at));
    }
}
