using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Draws when each pixel's first noise spike of an exposure comes.</summary>
/// <param name="next">The tick of the next noise spike, [rows, columns].</param>
/// <param name="first">Ticks until the first spike, by 12 random bits.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure begins.</param>
public readonly struct DrawNoisePhase(View<int> next, View<int> first, SensorTile tile, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane zero = TLane.Splat(0);
        TLane word = Philox.Draw(zero, TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.NoisePhase), key).A;
        TLane.Store(next, at, TLane.Gather(first, word >>> (32 - NoiseGaps.Bits)));
    }
}
