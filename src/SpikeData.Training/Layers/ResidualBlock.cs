namespace SpikeData.Training;

/// <summary>What two convolutions with a ReLU between them change about their input: x + conv(ReLU(conv(x))).</summary>
/// <param name="first">The name of the first convolution.</param>
/// <param name="second">The name of the second.</param>
/// <param name="overTime">Whether their weights have a third length of 1; see <see cref="ConvolutionLayer"/>.</param>
public sealed class ResidualBlock(ParameterSet parameters, string first, string second, int width, bool overTime = false)
{
    readonly ConvolutionLayer inner = new(parameters, first, width, width, 3, padding: Padding.All(1), slope: 0, overTime: overTime);
    readonly ConvolutionLayer outer = new(parameters, second, width, width, 3, padding: Padding.All(1), overTime: overTime);

    public Tensor Apply(Tensor x) => outer.Apply(inner.Apply(x)).Add(x);
}
