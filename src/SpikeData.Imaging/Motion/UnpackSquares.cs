using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Takes packed pixels, laid out by <see cref="BlendAlongMotion"/>, apart into bytes. Run over the rows and 3 x the columns.</summary>
/// <param name="pixels">[height, 2, (width + 1) / 2], first those of even columns, then of odd ones: blue in the lowest byte, then green, red.</param>
/// <param name="frame">[height, width, 3] bytes.</param>
/// <param name="width">Pixels in a row.</param>
public readonly struct UnpackSquares(View<int> pixels, View<byte> frame, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        // A third of 2^32, rounded up, divides exactly below 2^31.
        TLane place = TLane.Ramp(column), x = TLane.MultiplyHigh(place, TLane.Splat(0x55555556)), channel = place - x * TLane.Splat(3);
        int columns = (width + 1) / 2;
        TLane pixel = TLane.Gather(pixels, (x & TLane.Splat(1)) * TLane.Splat(columns) + (x >> 1) + TLane.Splat(row * 2 * columns));
        TLane upper = TLane.Select(TLane.Equal(channel, TLane.Splat(1)), pixel >> 8, pixel >> 16);
        TLane.Store(frame, row * width * 3 + column, TLane.Select(TLane.Equal(channel, TLane.Splat(0)), pixel, upper));
    }
}
