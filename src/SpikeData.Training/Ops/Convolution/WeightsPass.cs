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
                    padded?.View ?? input, from.Every(geometry.Stride), window, gradient.Values, gradient.Grid, 0, geometry.Output, sums.View, parts, ConvolutionStart.Zero, pairs),
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
