using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Lets the light of each pixel stray further in a random walk: walk += N(0, deviation), light + walk. Run over the sensor's rows and columns.</summary>
/// <param name="light">The light of the tick, [rows, columns].</param>
/// <param name="walk">How far each pixel has strayed, [rows, columns], moved on.</param>
/// <param name="shine">What the pixels see, from 0 to twice full light, [rows, columns].</param>
/// <param name="normal">The table of <see cref="Normal"/>.</param>
/// <param name="tile">Which pixels they are.</param>
/// <param name="deviation">The standard deviation of a step, in units of light.</param>
/// <param name="tick">Which tick it is.</param>
/// <param name="key">Whose draws these are.</param>
/// <param name="exposure">Which exposure it is.</param>
public readonly struct DiffuseLight(
    View<int> light, View<int> walk, View<int> shine, View<int> normal, SensorTile tile, int deviation, int tick, PhiloxKey key, int exposure) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = tile.PlaceOf(row, column);
        TLane word = Philox.Draw(TLane.Splat(tick), TLane.Ramp(tile.NumberOf(row, column)), TLane.Splat(exposure), TLane.Splat(Draws.Diffusion), key).A;
        TLane farthest = TLane.Splat(Light.Full);
        TLane strayed = TLane.Load(walk, at) + Normal.Draw(normal, word, TLane.Splat(deviation));
        strayed = TLane.Max(TLane.Splat(-Light.Full), TLane.Min(farthest, strayed));
        TLane.Store(walk, at, strayed);
        TLane.Store(shine, at, TLane.Max(TLane.Splat(0), TLane.Load(light, at) + strayed));
    }
}
