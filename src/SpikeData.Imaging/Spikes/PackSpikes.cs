using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Packs the spikes of one tick: bit i of byte b is pixel 8b + i in the order of the file, the first pixel in the least significant bit.</summary>
/// <remarks>Run over 1 row and <see cref="SpikeLayout.FrameBytes"/> columns; bits behind the last pixel are zero.</remarks>
/// <param name="spikes">Bytes 0 and 1, the highest row first: [height, width].</param>
/// <param name="packed">The packed bits.</param>
/// <param name="width">Pixels in a row.</param>
/// <param name="pixels">Height x width.</param>
/// <param name="reciprocal">2^32 / width, rounded down.</param>
/// <param name="bottomUp">1 when the lowest row comes first, otherwise 0.</param>
public readonly struct PackSpikes(View<byte> spikes, View<byte> packed, int width, int pixels, int reciprocal, int bottomUp) : IExactKernel
{
    public PackSpikes(View<byte> spikes, View<byte> packed, SpikeLayout layout)
        : this(spikes, packed, layout.Width, layout.Pixels, Reciprocal.Of(layout.Width), layout.Rows == RowOrder.BottomUp ? 1 : 0)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane place = TLane.Ramp(column) << 3;
        TLane line = TLane.MultiplyHigh(place, TLane.Splat(reciprocal));
        TLane x = place - line * TLane.Splat(width);
        // The reciprocal is rounded down, so the quotient may be one too small.
        TLane complete = TLane.LessThan(x, TLane.Splat(width));
        line = TLane.Select(complete, line, line + TLane.Splat(1));
        x = TLane.Select(complete, x, x - TLane.Splat(width));

        TLane source = bottomUp != 0 ? TLane.Splat(pixels - width) - line * TLane.Splat(width) + x : place;
        TLane jump = TLane.Splat(bottomUp != 0 ? 1 - 2 * width : 1);
        TLane bits = TLane.Splat(0);
        for (int bit = 0; bit < 8; bit++)
        {
            TLane inside = TLane.LessThan(place + TLane.Splat(bit), TLane.Splat(pixels));
            TLane spike = TLane.Gather(spikes, TLane.Select(inside, source, TLane.Splat(0)));
            bits |= TLane.Select(inside, spike, TLane.Splat(0)) << bit;
            x += TLane.Splat(1);
            TLane wraps = TLane.Equal(x, TLane.Splat(width));
            x = TLane.Select(wraps, TLane.Splat(0), x);
            source += TLane.Select(wraps, jump, TLane.Splat(1));
        }

        TLane.Store(packed, column, bits);
    }
}
