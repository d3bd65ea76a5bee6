using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Finds the gradients of a convolution by its weights and its bias: part by part, then the parts in order.</summary>
static class WeightsPass
{
    /// <summary>Enough parts to keep cores busy; their number follows from the sizes alone, so that sums have one order everywhere.</summary>
    const int PixelsPerPart = 2048, MostParts = 16;

    /// <param name="input">The convolution's input, without borders.</param>
    /// <param name="gradient">The gradient by its output, behind the rectifier.</param>
    public static void Run(Tape tape, in ConvolutionGeometry geometry, View<float> input, Pixels gradient, Accumulator weights)
    {
        if (WinogradPass.Suits(geometry))
        {
            WinogradPass.RunWeights(tape, geometry, input, gradient.Values, weights);
            return;
        }

        Buffer<float>? padded = geometry.Padding.IsNone ? null : ForwardPass.Pad(tape, geometry, input);
        PixelGrid from = PixelGrid.Of(geometry.Padded);
        Window window = new(geometry.KernelHeight, from.Row, geometry.KernelWidth * geometry.Input.Channels);
        int parts = Parts(geometry.Output), channels = geometry.Output.Channels, length = window.Rows * window.Run * channels;
        Buffer<float> sums = tape.Rent(parts * length);
        foreach (ChannelPairs pairs in ChannelPairs.Of(channels))
            tape.Run(
                new CorrelateWindows(
                    padded?.View ?? input,
                    from.Every(geometry.Stride),
                    window,
                    gradient.Values,
                    gradient.Grid,
                    0,
                    geometry.Output,
                    sums.View,
                    parts,
                    ConvolutionStart.Zero,
                    pairs),
                parts * window.Rows,
                pairs.Count);
        tape.Run(new SumParts(sums.View, parts, length, weights), 1, length);
        tape.Return(sums);
        if (padded is not null) tape.Return(padded);
    }

    /// <summary>The gradient by the bias.</summary>
    public static void RunBias(Tape tape, Shape output, Pixels gradient, Accumulator bias)
    {
        int parts = Parts(output);
        Buffer<float> sums = tape.Rent(parts * output.Channels);
        tape.Run(new SumPixels(gradient.Values, gradient.Grid, output, sums.View, parts), parts, output.Channels);
        tape.Run(new SumParts(sums.View, parts, output.Channels, bias), 1, output.Channels);
        tape.Return(sums);
    }

    static int Parts(Shape output) => Math.Clamp(output.Pixels / PixelsPerPart, 1, Math.Min(MostParts, output.Batch * output.Height));
}

/// <summary>The gradient of a convolution by its weights, summed over some lines of the output: input seen through a tap times gradient.</summary>
/// <remarks>
/// A row of the grid is one part of the lines and one tap row; its columns are pairs of output channels, as in <see cref="Convolve"/>.
/// </remarks>
/// <param name="input">Padded, as the convolution saw it.</param>
/// <param name="from">Where the window of output pixel (x, y) begins.</param>
/// <param name="gradient">The gradient by the output.</param>
/// <param name="at">Where its pixel (x, y) begins.</param>
/// <param name="rowPitch">How much further it begins for the next tap row: 0 for a convolution.</param>
/// <param name="size">Images, channels, rows and columns of the output.</param>
/// <param name="sums">Part, tap row, run, output channels.</param>
/// <param name="start">Whether the sums begin with zero or with what is there.</param>
readonly struct CorrelateWindows(
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

/// <summary>The gradient by a bias, summed over some lines of the output. A row of the grid is a part, its columns are channels.</summary>
readonly struct SumPixels(View<float> gradient, PixelGrid at, Shape size, View<float> sums, int parts) : IFloatKernel
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

/// <summary>Adds up sums that were taken in parts, in their order.</summary>
/// <param name="sums">Part, number.</param>
/// <param name="length">How many numbers each part has.</param>
readonly struct SumParts(View<float> sums, int parts, int length, Accumulator total) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane sum = TLane.Load(sums, column);
        long at = column;
        for (int part = 1; part < parts; part++) sum += TLane.Load(sums, at += length);
        total.Add(column, sum);
    }
}
