using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The convolution of deep learning: a correlation with weights, summed over input channels.</summary>
public static class Convolution
{
    /// <summary>Correlates with weights, adds a bias and rectifies.</summary>
    /// <param name="weight">Output channels, input channels, height, width.</param>
    /// <param name="bias">Output channels.</param>
    /// <param name="stride">How far the window moves from one output pixel to the next.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    public static Tensor Convolve(this Tensor x, Parameter weight, Parameter? bias = null, int stride = 1, Padding padding = default, float slope = 1)
    {
        var geometry = ConvolutionGeometry.Of(x.Shape, weight, stride, padding);
        Tensor y = x.Tape.New(geometry.Output, x.NeedsGradient || weight.IsTrained || bias is { IsTrained: true });
        ForwardPass.Run(x.Tape, geometry, x.Values, weight.Tensor.Values, bias?.Tensor, slope, new(y.Values));
        return x.Tape.Record(y, new Backward(x, weight.Tensor, bias?.Tensor, y, geometry, slope));
    }

    readonly record struct Backward(Tensor X, Tensor Weight, Tensor? Bias, Tensor Y, ConvolutionGeometry Geometry, float Slope) : IBackward
    {
        public void Run(Tape tape)
        {
            using RectifiedGradient dy = new(tape, Y, Slope, X.NeedsGradient ? AdjointPass.Margin(Unrepeated) : default);
            if (Bias is { NeedsGradient: true }) WeightsPass.RunBias(tape, Geometry.Output, dy.Inside, Bias.Share());
            if (Weight.NeedsGradient) WeightsPass.Run(tape, Geometry, X.Values, dy.Inside, Weight.Share());
            if (!X.NeedsGradient) return;
            if (Geometry.Padding.Columns == Border.Repeat) Fold(tape, dy.Inside);
            else AdjointPass.Run(tape, Geometry, dy.Inside, Weight.Values, null, 1, X.Share());
        }

        /// <summary>The same convolution with its repeated columns as part of the input.</summary>
        ConvolutionGeometry Unrepeated => Geometry.Padding.Columns == Border.Zeros ? Geometry : Geometry with
        {
            Input = Geometry.Input with { Width = Geometry.Padded.Width },
            Padding = Geometry.Padding with { Left = 0, Right = 0, Columns = Border.Zeros },
        };

        void Fold(Tape tape, Pixels dy)
        {
            Shape shape = Unrepeated.Input;
            Buffer<float> wide = tape.Rent(shape.Length);
            AdjointPass.Run(tape, Unrepeated, dy, Weight.Values, null, 1, new(wide.View));
            tape.Run(new FoldColumns(wide.View, X.Shape, Geometry.Padding.Left, Geometry.Padding.Right, X.Share()), X.Shape.Pixels, shape.Channels);
            tape.Return(wide);
        }
    }
}
