using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Draws the thresholds of one tick around each pixel's own. Run over the sensor's rows and columns.</summary>
/// <param name="pattern">Each pixel's own threshold, [rows, columns].</param>
/// <param name="thresholds">The thresholds of the tick, [rows, columns].</param>
/// <param name="normal">The table of <see cref="Normal"/>.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="deviation">The standard deviation, below 2^28.</param>
/// <param name="tick">Which tick it is.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct DrawThresholds(
    View<int> pattern, View<int> thresholds, View<int> normal, SensorTile tile, int deviation, int tick, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane word = Philox.Draw(TLane.Splat(tick), TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.ThresholdNoise), key).A;
        TLane noise = Normal.Draw(normal, word, TLane.Splat(deviation));
        TLane.Store(thresholds, at, TLane.Max(TLane.Splat(1), TLane.Load(pattern, at) + noise));
    }
}
