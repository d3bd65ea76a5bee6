using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Draws eight ticks of noise, each tick and pixel by itself: a spike where a random word lies below a bound.</summary>
/// <param name="noise">Eight ticks of noise per pixel, one bit each.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="bound">The probability of a spike times 2^32, less 2^31: random words are compared as signed numbers.</param>
/// <param name="tick">The first of the eight ticks.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct DrawPoissonNoise(View<byte> noise, SensorTile tile, int bound, int tick, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column), number = tile.NumberOf(row, column);
        TLane.Store(noise, at, Four<TLane>(tick, number) | (Four<TLane>(tick + 4, number) << 4));
    }

    TLane Four<TLane>(int first, int number)
        where TLane : struct, IIntLane<TLane>
    {
        var words = Philox.Draw(TLane.Splat(first), TLane.Ramp(number), TLane.Splat(exposure), TLane.Splat(Draws.PoissonNoise), key);
        TLane limit = TLane.Splat(bound);
        return (TLane.LessThan(words.A, limit) & TLane.Splat(1)) | (TLane.LessThan(words.B, limit) & TLane.Splat(2))
            | (TLane.LessThan(words.C, limit) & TLane.Splat(4)) | (TLane.LessThan(words.D, limit) & TLane.Splat(8));
    }
}
