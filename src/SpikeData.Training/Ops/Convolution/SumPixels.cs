using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The gradient by a bias, summed over some lines of the output. A row of the grid is a part, its columns are channels.</summary>
public readonly struct SumPixels(View<float> gradient, PixelGrid at, Shape size, View<float> sums, int parts) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int lines = size.Batch * size.Height;
        int first = (int)((long)lines * row / parts), end = (int)((long)lines * (row + 1) / parts);
        TLane sum = TLane.Splat(0f);
        for (int line = first; line < end; line++)
        {
            int image = line / size.Height, y = line - image * size.Height;
            long pixel = at.At(image, y, 0) + column;
            TLane lineSum = TLane.Splat(0f);
            for (int x = 0; x < size.Width; x++, pixel += at.Pixel) lineSum += TLane.Load(gradient, pixel);
            sum += lineSum;
        }

        TLane.Store(sums, (long)row * size.Channels + column, sum);
    }
}
