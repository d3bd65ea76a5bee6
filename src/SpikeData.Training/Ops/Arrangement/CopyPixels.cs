using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Copies pixels from one grid to another. A row of the grid is a run of pixels, its columns are the channels that both have.</summary>
public readonly struct CopyPixels(View<float> source, PixelGrid from, int height, int width, Accumulator target, PixelGrid to) : IFloatKernel
{
    // Where a run lies costs two divisions, as much as the copying of many pixels.
    const int Run = 16;

    /// <summary>How many rows its grid has for images of a size.</summary>
    public static int RowsOf(int images, int height, int width) => images * height * RunsOf(width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int runs = RunsOf(width), line = row / runs, first = (row - line * runs) * Run;
        int image = line / height, y = line - image * height;
        long read = from.At(image, y, first) + column, write = to.At(image, y, first) + column;
        int end = first + Run < width ? first + Run : width;
        for (int x = first; x < end; x++)
        {
            target.Add(write, TLane.Load(source, read));
            (read, write) = (read + from.Pixel, write + to.Pixel);
        }
    }

    static int RunsOf(int width) => (width + Run - 1) / Run;
}
