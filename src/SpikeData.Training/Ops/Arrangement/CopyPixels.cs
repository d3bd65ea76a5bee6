using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Copies pixels from one grid to another. A row of the grid is a pixel, its columns are the channels that both have.</summary>
public readonly struct CopyPixels(View<float> source, PixelGrid from, int height, int width, Accumulator target, PixelGrid to) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / width, x = row - line * width;
        int image = line / height, y = line - image * height;
        target.Add(to.At(image, y, x) + column, TLane.Load(source, from.At(image, y, x) + column));
    }
}
