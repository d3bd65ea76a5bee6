using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Draws what differs from pixel to pixel: a normally distributed number each, not below 0. Run over the sensor's rows and columns.</summary>
/// <param name="pattern">[rows, columns].</param>
/// <param name="normal">The table of <see cref="Normal"/>.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="mean">The mean.</param>
/// <param name="deviation">The standard deviation, below 2^28.</param>
/// <param name="key">Which sensor it is.</param>
/// <param name="purpose">Which of its patterns.</param>
public readonly struct DrawPattern(View<int> pattern, View<int> normal, SensorTile tile, int mean, int deviation, PhiloxKey key, int purpose) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane zero = TLane.Splat(0);
        TLane word = Philox.Draw(zero, TLane.Ramp(tile.NumberOf(row, column)), zero, TLane.Splat(purpose), key).A;
        TLane.Store(pattern, at, TLane.Max(zero, TLane.Splat(mean) + Normal.Draw(normal, word, TLane.Splat(deviation))));
    }
}
