namespace SpikeData.Training;

/// <summary>What two convolutions with a ReLU between them change about their input: x + conv(ReLU(conv(x))).</summary>
/// <param name="first">The name of the first convolution.</param>
/// <param name="second">The name of the second.</param>
public sealed class ResidualBlock(ParameterSet parameters, string first, string second, int width)
{
    readonly ConvolutionLayer inner = new(parameters, first, width, width, 3, padding: Padding.All(1), slope: 0);
    readonly ConvolutionLayer outer = new(parameters, second, width, width, 3, padding: Padding.All(1));

    public Tensor Apply(Tensor x) => outer.Apply(inner.Apply(x)).Add(x);
}
