using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Lets the number of photons scatter by its square root. Run over the sensor's rows and columns.</summary>
/// <remarks>A normal distribution stands for the Poisson one; from 20 photons on, 0.04 % of full light with SCSim's 50,000, they agree well.</remarks>
/// <param name="light">The light of the tick, [rows, columns].</param>
/// <param name="shine">What the pixels see, from 0 to twice full light, [rows, columns]; may be the same memory.</param>
/// <param name="deviations">The standard deviation by the upper bits of the light, 4097 steps from dark to full.</param>
/// <param name="normal">The table of <see cref="Normal"/>.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="tick">Which tick it is.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct AddShotNoise(
    View<int> light, View<int> shine, View<int> deviations, View<int> normal, SensorTile tile, int tick, PhiloxKey key, int exposure) : IExactKernel
{
    const int StepBits = 16;

    /// <summary>The standard deviations for a number of photons of full light: the square root of light x photons, over photons.</summary>
    public static int[] Deviations(double photons) =>
        [.. Enumerable.Range(0, (Light.Full >> StepBits) + 1).Select(step => Light.Full * Math.Sqrt((step + 0.5) / (Light.Full >> StepBits) / photons)).Select(d => (int)d)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane word = Philox.Draw(TLane.Splat(tick), TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.ShotNoise), key).A;
        TLane seen = TLane.Load(light, at);
        TLane deviation = TLane.Gather(deviations, TLane.Min(seen, TLane.Splat(Light.Full)) >>> StepBits);
        TLane noisy = seen + Normal.Draw(normal, word, deviation);
        TLane.Store(shine, at, TLane.Max(TLane.Splat(0), TLane.Min(noisy, TLane.Splat(2 * Light.Full))));
    }
}
