using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Runs a convolution: pads the input, then sums windows.</summary>
static class ForwardPass
{
    public static void Run(
        Tape tape, in ConvolutionGeometry geometry, View<float> input, View<float> weights, Tensor? bias, float slope, Accumulator output)
    {
        if (WinogradPass.Suits(geometry))
        {
            WinogradPass.Run(tape, input, geometry.Input, geometry.Padding, weights, geometry.Output, bias, slope, output);
            return;
        }

        Buffer<float>? padded = geometry.Padding.IsNone ? null : Pad(tape, geometry, input);
        Shape shape = geometry.Output;
        PixelGrid from = PixelGrid.Of(geometry.Padded);
        Window window = new(geometry.KernelHeight, from.Row, geometry.KernelWidth * geometry.Input.Channels);
        ConvolutionStart start = output.HoldsShares ? ConvolutionStart.Output : bias is null ? ConvolutionStart.Zero : ConvolutionStart.Bias;
        int images = shape.Batch, height = shape.Height, width = shape.Width;
        if (geometry.IsPointwise) (images, height, width) = (1, 1, shape.Pixels);
        foreach (ChannelPairs pairs in ChannelPairs.Of(shape.Channels))
            tape.Run(
                new Convolve(
                    padded?.View ?? input,
                    from.Every(geometry.Stride),
                    window,
                    weights,
                    bias?.Values ?? default,
                    output.Target,
                    PixelGrid.Of(shape),
                    new(height, width, shape.Channels, start, slope),
                    pairs),
                Convolve.Rows(images, height, width),
                pairs.Count);
        if (padded is not null) tape.Return(padded);
    }

    /// <summary>The input with its borders, in rented memory.</summary>
    public static Buffer<float> Pad(Tape tape, in ConvolutionGeometry geometry, View<float> input)
    {
        Shape padded = geometry.Padded;
        Buffer<float> target = tape.Rent(padded.Length);
        tape.Run(
            new PadPixels(input, geometry.Input.Height, geometry.Input.Width, default, 1, target.View, padded, geometry.Padding),
            padded.Pixels,
            padded.Channels);
        return target;
    }
}
