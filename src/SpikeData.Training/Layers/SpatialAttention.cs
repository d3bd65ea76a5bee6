namespace SpikeData.Training;

/// <summary>Weighs the pixels of an image by what a 7x7 convolution makes of the mean and the maximum of their channels.</summary>
/// <remarks>Woo et al., "CBAM: Convolutional Block Attention Module", 2018, section 3.</remarks>
public sealed class SpatialAttention(ParameterSet parameters, string name)
{
    readonly ConvolutionLayer look = new(parameters, $"{name}.conv1", 2, 1, 7, padding: Padding.All(3), hasBias: false);

    public Tensor Apply(Tensor x) => x.MultiplyPixels(look.Apply(x.AverageOfChannels().Concat(x.MaximumOfChannels())).Sigmoid());
}
