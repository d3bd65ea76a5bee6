namespace SpikeData.Training;

/// <summary>A 3x3 convolution that sees nothing below its pixel, with a LeakyReLU of slope 0.1.</summary>
/// <remarks>Laine et al., "High-Quality Self-Supervised Deep Image Denoising", 2019. Beyond left and right the border pixel is repeated.</remarks>
sealed class BlindSpotConvolution(ParameterSet parameters, string name, int inputs, int outputs)
{
    /// <summary>The slope of all rectifiers of the network.</summary>
    internal const float Slope = 0.1f;

    readonly ConvolutionLayer layer = new(
        parameters, $"{name}.conv", inputs, outputs, 3, padding: new(2, 0, 1, 1, Border.Repeat), slope: Slope, hasBias: false);

    public Tensor Apply(Tensor x) => layer.Apply(x);
}
