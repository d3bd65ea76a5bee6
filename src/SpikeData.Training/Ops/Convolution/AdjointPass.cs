using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Runs a convolution backwards, from its output to its input: the gradient by the input, and the transposed convolution.</summary>
/// <remarks>Positions that share their rest by the stride are a plain convolution of their own, so nothing is multiplied with zeros.</remarks>
static class AdjointPass
{
    /// <summary>How much room the pass needs around its source.</summary>
    public static Padding Margin(in ConvolutionGeometry geometry)
    {
        if (WinogradPass.Suits(geometry)) return default;
        (int top, int bottom) = Margin(geometry.Input.Height, geometry.Output.Height, geometry.KernelHeight, geometry.Stride, geometry.Padding.Top);
        (int left, int right) = Margin(geometry.Input.Width, geometry.Output.Width, geometry.KernelWidth, geometry.Stride, geometry.Padding.Left);
        return new(top, bottom, left, right);
    }

    /// <param name="source">The convolution's output, or the gradient by it, with <see cref="Margin(in ConvolutionGeometry)"/> zeros around.</param>
    public static void Run(
        Tape tape, in ConvolutionGeometry geometry, Pixels source, View<float> weights, Tensor? bias, float slope, Accumulator target)
    {
        (Shape input, Shape output, int stride) = (geometry.Input, geometry.Output, geometry.Stride);
        Shape kernel = new(output.Channels, input.Channels, geometry.KernelHeight, geometry.KernelWidth);
        Buffer<float> transposed = tape.Rent(kernel.Length);
        if (WinogradPass.Suits(geometry))
        {
            tape.Run(new TransposeWeights(weights, kernel, new(0, 1, 3), new(0, 1, 3), transposed.View), 9 * kernel.Batch, kernel.Channels);
            Padding padding = new(2 - geometry.Padding.Top, 2 - geometry.Padding.Bottom, 2 - geometry.Padding.Left, 2 - geometry.Padding.Right);
            WinogradPass.Run(tape, source.Values, output, padding, transposed.View, input, bias, slope, target);
            tape.Return(transposed);
            return;
        }

        ConvolutionStart start = target.HoldsShares ? ConvolutionStart.Output : bias is null ? ConvolutionStart.Zero : ConvolutionStart.Bias;
        for (int y = 0; y < Math.Min(stride, input.Height); y++)
            for (int x = 0; x < Math.Min(stride, input.Width); x++)
            {
                var rows = Phase.At(y, kernel.Height, stride, geometry.Padding.Top);
                var columns = Phase.At(x, kernel.Width, stride, geometry.Padding.Left);
                tape.Run(
                    new TransposeWeights(weights, kernel, new(rows.Tap, stride, rows.Taps), new(columns.Tap, stride, columns.Taps), transposed.View),
                    rows.Taps * columns.Taps * kernel.Batch,
                    kernel.Channels);
                int height = Phase.Count(y, input.Height, stride), width = Phase.Count(x, input.Width, stride);
                foreach (ChannelPairs pairs in ChannelPairs.Of(input.Channels))
                    tape.Run(
                        new Convolve(
                            source.Values,
                            source.Grid.From(rows.First, columns.First),
                            new(rows.Taps, source.Grid.Row, columns.Taps * output.Channels),
                            transposed.View,
                            bias?.Values ?? default,
                            target.Target,
                            PixelGrid.Of(input).From(y, x).Every(stride),
                            new(height, width, input.Channels, start, slope),
                            pairs),
                        Convolve.Rows(input.Batch, height, width),
                        pairs.Count);
            }

        tape.Return(transposed);
    }

    /// <summary>The gradient by the input; that of repeated columns goes to the border pixel which they repeat.</summary>
    /// <param name="gradient">The gradient by the output, with the margin of the unrepeated convolution around.</param>
    public static void RunFolded(Tape tape, in ConvolutionGeometry geometry, Pixels gradient, View<float> weights, Accumulator target)
    {
        if (geometry.Padding.Columns != Border.Repeat)
        {
            Run(tape, geometry, gradient, weights, null, 1, target);
            return;
        }

        (ConvolutionGeometry wide, Shape input) = (geometry.Unrepeated, geometry.Input);
        Buffer<float> sums = tape.Rent(wide.Input.Length);
        Run(tape, wide, gradient, weights, null, 1, new(sums.View));
        tape.Run(new FoldColumns(sums.View, input, geometry.Padding.Left, geometry.Padding.Right, target), input.Pixels, input.Channels);
        tape.Return(sums);
    }

    static (int Before, int After) Margin(int length, int places, int kernel, int stride, int padding)
    {
        int before = 0, after = 0;
        for (int offset = 0; offset < Math.Min(stride, length); offset++)
        {
            var phase = Phase.At(offset, kernel, stride, padding);
            int last = phase.First + Phase.Count(offset, length, stride) - 1 + phase.Taps - 1;
            (before, after) = (Math.Max(before, -phase.First), Math.Max(after, last - (places - 1)));
        }

        return (before, after);
    }
}

/// <summary>One axis of an adjoint convolution for every stride-th position: a plain convolution with every stride-th tap, backwards.</summary>
/// <param name="Tap">The first tap of the convolution that meets these positions; the others follow a stride apart.</param>
/// <param name="Taps">How many meet them.</param>
/// <param name="First">The first place that the phase's first position reads; the last tap meets it.</param>
readonly record struct Phase(int Tap, int Taps, int First)
{
    /// <summary>The phase of the positions <c>offset, offset + stride, ...</c></summary>
    public static Phase At(int offset, int kernel, int stride, int padding)
    {
        int tap = (offset + padding) % stride;
        int taps = (kernel - tap + stride - 1) / stride;
        return new(tap, taps, (offset + padding - tap) / stride - (taps - 1));
    }

    /// <summary>How many of <paramref name="length"/> positions belong to the phase that begins at <paramref name="offset"/>.</summary>
    public static int Count(int offset, int length, int stride) => (length - offset + stride - 1) / stride;
}

/// <summary>Taps of a window along one axis: <c>First, First + Stride, ...</c></summary>
readonly record struct TapRange(int First, int Stride, int Count)
{
    /// <summary>The i-th tap, counted from the last.</summary>
    public int Reversed(int i) => First + Stride * (Count - 1 - i);
}

/// <summary>
/// Lays out weights for one phase of the adjoint convolution: taps reversed, a stride apart, output channels before input channels.
/// </summary>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
/// <param name="shape">Output channels, input channels, tap rows, tap columns.</param>
/// <param name="result">Tap row, tap column, output channel, input channel.</param>
readonly struct TransposeWeights(View<float> weights, Shape shape, TapRange rows, TapRange columns, View<float> result) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int outputs = shape.Batch, inputs = shape.Channels;
        int tap = row / outputs, output = row - tap * outputs;
        int tapRow = tap / columns.Count, tapColumn = tap - tapRow * columns.Count;
        int source = (rows.Reversed(tapRow) * shape.Width + columns.Reversed(tapColumn)) * inputs * outputs + output;
        TLane.Store(result, (long)row * inputs + column, TLane.Gather(weights, source, TLane.Ramp(column) * TLane.Splat((float)outputs)));
    }
}

/// <summary>Adds the gradients of repeated columns to that of the border pixel they repeat.</summary>
/// <param name="padded">With <paramref name="left"/> and <paramref name="right"/> more columns than the result.</param>
/// <param name="shape">The result's shape.</param>
readonly struct FoldColumns(View<float> padded, Shape shape, int left, int right, Accumulator result) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, x = row - line * shape.Width;
        int first = x == 0 ? 0 : x + left, last = x == shape.Width - 1 ? x + left + right : x + left;
        long at = ((long)line * (shape.Width + left + right) + first) * shape.Channels + column;
        TLane sum = TLane.Load(padded, at);
        for (int i = first; i < last; i++) sum += TLane.Load(padded, at += shape.Channels);
        result.Add((long)row * shape.Channels + column, sum);
    }
}
