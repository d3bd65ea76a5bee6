using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Adds to each tick's interval the whole interval before or after it; where that one is not complete, the own one again.</summary>
/// <remarks>Run over the sensor's rows and columns.</remarks>
/// <param name="spikes">[ticks, rows, columns].</param>
/// <param name="intervals">Ticks, [ticks, rows, columns].</param>
/// <param name="sums">Ticks, [ticks, rows, columns].</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="pixels">Rows x columns.</param>
/// <param name="ticks">How many ticks there are.</param>
/// <param name="preceding">-1 to add the interval before, otherwise 0.</param>
/// <param name="following">-1 to add the interval after, otherwise 0.</param>
public readonly struct AddNeighborIntervals(
    View<byte> spikes, View<int> intervals, View<int> sums, int columns, int pixels, int ticks, int preceding, int following) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane one = TLane.Splat(1), two = TLane.Splat(2), seen = TLane.Splat(0), neighbor = seen, spike = seen, later = seen;
        for (int tick = 0; tick < ticks; tick++)
        {
            int here = tick * pixels + at;
            TLane own = TLane.Load(intervals, here);
            spike = TLane.Load(spikes, here);
            seen += spike;
            neighbor = TLane.Select(TLane.LessThan(seen, two), own, TLane.Select(TLane.Equal(spike, one), later, neighbor));
            later = own;
            TLane.Store(sums, here, own + (neighbor & TLane.Splat(preceding)));
        }

        (seen, spike) = (TLane.Splat(0), TLane.Splat(0));
        for (int tick = ticks - 1; tick >= 0; tick--)
        {
            int here = tick * pixels + at;
            TLane own = TLane.Load(intervals, here);
            neighbor = TLane.Select(TLane.LessThan(seen, two), own, TLane.Select(TLane.Equal(spike, one), later, neighbor));
            later = own;
            spike = TLane.Load(spikes, here);
            seen += spike;
            TLane.Store(sums, here, TLane.Load(sums, here) + (neighbor & TLane.Splat(following)));
        }
    }
}
