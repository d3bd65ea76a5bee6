using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Draws eight ticks of noise: a pixel that had its noise spike draws the gap to the next one.</summary>
/// <remarks>No gap is shorter than eight ticks, so one draw per pixel and eight ticks suffices.</remarks>
/// <param name="next">The tick of the next noise spike, [rows, columns], moved on.</param>
/// <param name="noise">Eight ticks of noise per pixel, one bit each.</param>
/// <param name="gaps">Ticks between two spikes, by 12 random bits.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="tick">The first of the eight ticks.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct DrawQuasiPeriodicNoise(View<int> next, View<byte> noise, View<int> gaps, SensorTile tile, int tick, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane now = TLane.Splat(tick), spike = TLane.Load(next, at);
        TLane word = Philox.Draw(now, TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.NoiseGap), key).A;
        TLane gap = TLane.Gather(gaps, word >>> (32 - NoiseGaps.Bits));
        spike = TLane.Select(TLane.LessThan(spike, now), spike + gap, spike);
        TLane bits = TLane.Splat(0);
        for (int ahead = 0; ahead < 8; ahead++)
            bits |= TLane.Equal(spike, TLane.Splat(tick + ahead)) & TLane.Splat(1 << ahead);
        TLane.Store(next, at, spike);
        TLane.Store(noise, at, bits);
    }
}
