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
