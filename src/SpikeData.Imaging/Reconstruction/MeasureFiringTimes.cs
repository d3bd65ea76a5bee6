using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>For every tick: the next spike behind it less the last one up to it. Run over the sensor's rows and columns.</summary>
/// <param name="spikes">[ticks, rows, columns].</param>
/// <param name="intervals">Ticks, [ticks, rows, columns].</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="pixels">Rows x columns.</param>
/// <param name="ticks">How many ticks there are; also where the next spike is when there is none.</param>
public readonly struct MeasureFiringTimes(View<byte> spikes, View<int> intervals, int columns, int pixels, int ticks) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane zero = TLane.Splat(0), next = TLane.Splat(ticks), last = zero;
        for (int tick = ticks - 1; tick >= 0; tick--)
        {
            TLane.Store(intervals, tick * pixels + at, next);
            next = TLane.Select(TLane.Equal(TLane.Load(spikes, tick * pixels + at), zero), next, TLane.Splat(tick));
        }

        for (int tick = 0; tick < ticks; tick++)
        {
            last = TLane.Select(TLane.Equal(TLane.Load(spikes, tick * pixels + at), zero), last, TLane.Splat(tick));
            TLane.Store(intervals, tick * pixels + at, TLane.Load(intervals, tick * pixels + at) - last);
        }
    }
}
