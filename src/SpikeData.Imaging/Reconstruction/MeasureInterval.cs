using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Measures the interval between the spikes around a moment. Run over the sensor's rows and columns.</summary>
/// <param name="spikes">[ticks, rows, columns].</param>
/// <param name="intervals">Ticks, [rows, columns].</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="pixels">Rows x columns.</param>
/// <param name="moment">The tick in question.</param>
/// <param name="back">Ticks searched up to and including the moment.</param>
/// <param name="ahead">Ticks searched behind it.</param>
/// <param name="missing">What stands where either side has no spike.</param>
public readonly struct MeasureInterval(View<byte> spikes, View<int> intervals, int columns, int pixels, int moment, int back, int ahead, int missing)
    : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane none = TLane.Splat(-1), zero = TLane.Splat(0), last = none, next = none;
        for (int tick = moment - back + 1; tick <= moment; tick++)
            last = TLane.Select(TLane.Equal(TLane.Load(spikes, tick * pixels + at), zero), last, TLane.Splat(tick));
        for (int tick = moment + ahead; tick > moment; tick--)
            next = TLane.Select(TLane.Equal(TLane.Load(spikes, tick * pixels + at), zero), next, TLane.Splat(tick));
        TLane found = TLane.LessThan(none, TLane.Min(last, next));
        TLane.Store(intervals, at, TLane.Select(found, next - last, TLane.Splat(missing)));
    }
}
