using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The gradient of a convolution by its weights, summed over some lines of the output: input seen through a tap times gradient.</summary>
/// <remarks>A row of the grid is one part of the lines and one tap row; its columns are pairs of output channels, as in <see cref="Convolve"/>.</remarks>
/// <param name="input">Padded, as the convolution saw it.</param>
/// <param name="from">Where the window of output pixel (x, y) begins.</param>
/// <param name="gradient">The gradient by the output.</param>
/// <param name="at">Where its pixel (x, y) begins.</param>
/// <param name="rowPitch">How much further it begins for the next tap row: 0 for a convolution.</param>
/// <param name="size">Images, channels, rows and columns of the output.</param>
/// <param name="sums">Part, tap row, run, output channels.</param>
/// <param name="start">Whether the sums begin with zero or with what is there.</param>
public readonly struct CorrelateWindows(
    View<float> input,
    PixelGrid from,
    Window window,
    View<float> gradient,
    PixelGrid at,
    int rowPitch,
    Shape size,
    View<float> sums,
    int parts,
    ConvolutionStart start,
    ChannelPairs pairs) : IFloatKernel
{
    /// <summary>How many pixels are summed in registers before they are added to the sums.</summary>
    const int Stretch = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int part = row / window.Rows, tap = row - part * window.Rows, lines = size.Batch * size.Height;
        int near = pairs.First + column, far = pairs.Second + column;
        int first = (int)((long)lines * part / parts), end = (int)((long)lines * (part + 1) / parts);
        for (int line = first; line < end; line++)
            for (int x = 0; x < size.Width; x += Stretch)
            {
                int image = line / size.Height, y = line - image * size.Height, count = Math.Min(Stretch, size.Width - x);
                long pixel = at.At(image, y, x) + (long)tap * rowPitch, seen = from.At(image, y, x) + (long)tap * window.RowPitch;
                for (int k = 0; k < window.Run; k += SixPlaces.Count)
                {
                    var places = SixPlaces.From((long)row * window.Run * size.Channels, k, window.Run - 1, size.Channels);
                    Tile<TLane> sum = default;
                    sum.Multiply(
                        input, SixPlaces.From(seen, k, window.Run - 1, 1), from.Pixel, gradient, pixel + near, pixel + far, at.Pixel, count);
                    if (line > first || x > 0 || start == ConvolutionStart.Output) sum.Add(sums, places, near, far);
                    sum.Store(sums, places, near, far);
                }
            }
    }
}
