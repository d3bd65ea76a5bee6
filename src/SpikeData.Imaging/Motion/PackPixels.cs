using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Puts the blue, green and red of each pixel into one word, so that a gather fetches a pixel at once. Run over the rows and columns.</summary>
/// <param name="frame">[height, width, 3] bytes.</param>
/// <param name="pixels">[height, width]: blue in the lowest byte, then green, red.</param>
/// <param name="width">Pixels in a row.</param>
public readonly struct PackPixels(View<byte> frame, View<int> pixels, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane at = (TLane.Ramp(column) + TLane.Splat(row * width)) * TLane.Splat(3);
        TLane.Store(pixels, row * width + column, TLane.GatherThree(frame, at));
    }
}
