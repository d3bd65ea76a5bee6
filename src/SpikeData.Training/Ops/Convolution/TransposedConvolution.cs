using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The adjoint of a strided convolution: makes images larger with learned weights.</summary>
public static class TransposedConvolution
{
    /// <summary>Spreads each input pixel with weights over a window, adds a bias and rectifies.</summary>
    /// <param name="weight">Input channels, output channels, height, width.</param>
    /// <param name="bias">Output channels.</param>
    /// <param name="stride">How far windows of neighboring input pixels lie apart.</param>
    /// <param name="padding">How much of the result is cut off on all sides.</param>
    /// <param name="outputPadding">How much of that is kept at the bottom and at the right.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    public static Tensor ConvolveTransposed(
        this Tensor x, Parameter weight, Parameter? bias, int stride, int padding, int outputPadding = 0, float slope = 1)
    {
        var geometry = ConvolutionGeometry.OfAdjoint(x.Shape, weight, stride, padding, outputPadding);
        Tensor y = x.Tape.New(geometry.Input, x.NeedsGradient || weight.IsTrained || bias is { IsTrained: true });
        Padding margin = AdjointPass.Margin(geometry);
        Shape padded = x.Shape with { Height = x.Shape.Height + margin.Top + margin.Bottom, Width = x.Shape.Width + margin.Left + margin.Right };
        Buffer<float> source = x.Tape.Rent(padded.Length);
        x.Tape.Run(new PadPixels(x.Values, x.Shape.Height, x.Shape.Width, default, 1, source.View, padded, margin), padded.Pixels, padded.Channels);
        Pixels inside = new(source.View, PixelGrid.Of(padded).From(margin.Top, margin.Left));
        AdjointPass.Run(x.Tape, geometry, inside, weight.Tensor.Values, bias?.Tensor, slope, new(y.Values));
        x.Tape.Return(source);
        return x.Tape.Record(y, new Backward(x, weight.Tensor, bias?.Tensor, y, geometry, slope));
    }

    readonly record struct Backward(Tensor X, Tensor Weight, Tensor? Bias, Tensor Y, ConvolutionGeometry Geometry, float Slope) : IBackward
    {
        public void Run(Tape tape)
        {
            using RectifiedGradient dy = new(tape, Y, Slope, default);
            if (Bias is { NeedsGradient: true }) WeightsPass.RunBias(tape, Geometry.Input, dy.Inside, Bias.Share());
            if (Weight.NeedsGradient) WeightsPass.Run(tape, Geometry, dy.Inside.Values, Pixels.Of(X.Values, X.Shape), Weight.Share());
            if (X.NeedsGradient) ForwardPass.Run(tape, Geometry, dy.Inside.Values, Weight.Values, null, 1, X.Share());
        }
    }
}
