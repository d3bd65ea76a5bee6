using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Unpacks bits into bytes 0 and 1, the highest row first. Run over ticks x height rows and width columns.</summary>
/// <param name="packed">Ticks of packed bits one after another.</param>
/// <param name="spikes">[ticks, height, width].</param>
/// <param name="height">Rows of the sensor.</param>
/// <param name="width">Columns of the sensor.</param>
/// <param name="frameBytes">Bytes of a packed tick.</param>
/// <param name="bottomUp">1 when the lowest row comes first, otherwise 0.</param>
public readonly struct UnpackSpikes(View<byte> packed, View<byte> spikes, int height, int width, int frameBytes, int bottomUp) : IExactKernel
{
    public UnpackSpikes(View<byte> packed, View<byte> spikes, SpikeLayout layout)
        : this(packed, spikes, layout.Height, layout.Width, layout.FrameBytes, layout.Rows == RowOrder.BottomUp ? 1 : 0)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int tick = row / height, y = row % height;
        TLane bit = TLane.Ramp((bottomUp != 0 ? height - 1 - y : y) * width + column);
        TLane bits = TLane.Gather(packed, (bit >>> 3) + TLane.Splat(tick * frameBytes));
        bits = TLane.Select(TLane.Equal(bit & TLane.Splat(4), TLane.Splat(0)), bits, bits >>> 4);
        bits = TLane.Select(TLane.Equal(bit & TLane.Splat(2), TLane.Splat(0)), bits, bits >>> 2);
        bits = TLane.Select(TLane.Equal(bit & TLane.Splat(1), TLane.Splat(0)), bits, bits >>> 1);
        TLane.Store(spikes, row * width + column, bits & TLane.Splat(1));
    }
}
