using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Copies a piece of another tensor into this one; the gradient goes back the same way.</summary>
    /// <param name="x">Where it comes from.</param>
    /// <param name="from">Where its pixels lie there.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="size">How many images, channels, rows and columns.</param>
    Tensor CopyFrom(Tensor x, PixelGrid from, PixelGrid to, Shape size)
    {
        Copy(Tape, x.Values, from, new(Values), to, size);
        return Record((x, from, to, size), static (op, y) =>
        {
            if (!op.x.NeedsGradient) return;
            Accumulator share = op.size.Length == op.x.Shape.Length ? op.x.Share() : op.x.ShareOfPart();
            Copy(y.Tape, y.Gradient, op.to, share, op.from, op.size);
        });

        static void Copy(Tape tape, View<float> source, PixelGrid from, Accumulator target, PixelGrid to, Shape size) => tape.Run(
            new CopyPixels(source, from, size.Height, size.Width, target, to), CopyPixels.RowsOf(size.Batch, size.Height, size.Width), size.Channels);
    }
}

/// <summary>Copies pixels from one grid to another. A row of the grid is a run of pixels, its columns are the channels that both have.</summary>
readonly struct CopyPixels(View<float> source, PixelGrid from, int height, int width, Accumulator target, PixelGrid to) : IFloatKernel
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
