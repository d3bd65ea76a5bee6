using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The adjoint of a strided convolution: spreads each input pixel with weights over a window, adds a bias and rectifies.</summary>
    /// <param name="weight">Input channels, output channels, height, width.</param>
    /// <param name="bias">Output channels.</param>
    /// <param name="stride">How far windows of neighboring input pixels lie apart.</param>
    /// <param name="padding">How much of the result is cut off on all sides.</param>
    /// <param name="outputPadding">How much of that is kept at the bottom and at the right.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    public Tensor ConvolveTransposed(Parameter weight, Parameter? bias, int stride, int padding, int outputPadding = 0, float slope = 1)
    {
        var geometry = ConvolutionGeometry.OfAdjoint(Shape, weight, stride, padding, outputPadding);
        Tensor y = Tape.New(geometry.Input, NeedsGradient || weight.IsTrained || bias is { IsTrained: true });
        Padding margin = AdjointPass.Margin(geometry);
        Shape padded = Shape with { Height = Shape.Height + margin.Top + margin.Bottom, Width = Shape.Width + margin.Left + margin.Right };
        Buffer<float> source = Tape.Rent(padded.Length);
        Tape.Run(new PadPixels(Values, Shape.Height, Shape.Width, default, 1, source.View, padded, margin), padded.Pixels, padded.Channels);
        Pixels inside = new(source.View, PixelGrid.Of(padded).From(margin.Top, margin.Left));
        AdjointPass.Run(Tape, geometry, inside, weight.Tensor.Values, bias?.Tensor, slope, new(y.Values));
        Tape.Return(source);
        return y.Record((x: this, weight: weight.Tensor, bias: bias?.Tensor, geometry, slope), static (op, y) =>
        {
            (Tape tape, Tensor x, Tensor weight, ConvolutionGeometry geometry) = (y.Tape, op.x, op.weight, op.geometry);
            using RectifiedGradient dy = new(tape, y, op.slope, default);
            if (op.bias is { NeedsGradient: true } bias) WeightsPass.RunBias(tape, geometry.Input, dy.Inside, bias.Share());
            if (weight.NeedsGradient) WeightsPass.Run(tape, geometry, dy.Inside.Values, Pixels.Of(x.Values, x.Shape), weight.Share());
            if (x.NeedsGradient) ForwardPass.Run(tape, geometry, dy.Inside.Values, weight.Values, null, 1, x.Share());
        });
    }
}
