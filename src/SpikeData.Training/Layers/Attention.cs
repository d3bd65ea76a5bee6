namespace SpikeData.Training;

/// <summary>Weighs the channels of an image by what a small network makes of their mean and their maximum.</summary>
/// <remarks>Woo et al., "CBAM: Convolutional Block Attention Module", 2018, section 3.</remarks>
/// <param name="hidden">How many numbers the small network has in the middle.</param>
public sealed class ChannelAttention(ParameterSet parameters, string name, int width, int hidden)
{
    readonly ConvolutionLayer squeeze = new(parameters, $"{name}.fc.0", width, hidden, 1, slope: 0, hasBias: false);
    readonly ConvolutionLayer excite = new(parameters, $"{name}.fc.2", hidden, width, 1, hasBias: false);

    public Tensor Apply(Tensor x)
    {
        Tensor mean = excite.Apply(squeeze.Apply(x.GlobalAveragePool())), largest = excite.Apply(squeeze.Apply(x.GlobalMaxPool()));
        return x.MultiplyChannels(mean.Add(largest).Sigmoid());
    }
}

/// <summary>Weighs the pixels of an image by what a 7x7 convolution makes of the mean and the maximum of their channels.</summary>
/// <remarks>Woo et al., "CBAM: Convolutional Block Attention Module", 2018, section 3.</remarks>
public sealed class SpatialAttention(ParameterSet parameters, string name)
{
    readonly ConvolutionLayer look = new(parameters, $"{name}.conv1", 2, 1, 7, padding: Padding.All(3), hasBias: false);

    public Tensor Apply(Tensor x) => x.MultiplyPixels(look.Apply(x.ChannelMean().Concat(x.ChannelMax())).Sigmoid());
}
