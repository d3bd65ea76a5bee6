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
        Tensor mean = excite.Apply(squeeze.Apply(x.AverageOfImage())), largest = excite.Apply(squeeze.Apply(x.MaximumOfImage()));
        return x.MultiplyChannels(mean.Add(largest).Sigmoid());
    }
}
