using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Counts the spikes of each pixel in a window of ticks. Run over the sensor's rows and columns.</summary>
/// <param name="spikes">[ticks, rows, columns].</param>
/// <param name="counts">[rows, columns].</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="pixels">Rows x columns.</param>
/// <param name="first">The first tick of the window.</param>
/// <param name="ticks">How many ticks it has.</param>
public readonly struct CountSpikes(View<byte> spikes, View<int> counts, int columns, int pixels, int first, int ticks) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane count = TLane.Splat(0);
        for (int tick = first; tick < first + ticks; tick++) count += TLane.Load(spikes, tick * pixels + at);
        TLane.Store(counts, at, count);
    }
}
