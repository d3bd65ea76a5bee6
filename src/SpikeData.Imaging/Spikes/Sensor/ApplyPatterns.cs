using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What each pixel makes of light: gain x light + dark current. Run over the sensor's rows and columns.</summary>
/// <param name="light">The light of the tick, at most twice full light, [rows, columns].</param>
/// <param name="shine">What the pixels make of it, at most twice full light, [rows, columns]; may be the same memory.</param>
/// <param name="gains">Each pixel's gain, 2^28 being 1, [rows, columns].</param>
/// <param name="darks">Each pixel's dark current, [rows, columns].</param>
/// <param name="columns">Pixels in a row.</param>
public readonly struct ApplyPatterns(View<int> light, View<int> shine, View<int> gains, View<int> darks, int columns) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane made = TLane.MultiplyHigh(TLane.Load(light, at) << 2, TLane.Load(gains, at) << 2);
        TLane.Store(shine, at, TLane.Min(made + TLane.Load(darks, at), TLane.Splat(2 * Light.Full)));
    }
}
