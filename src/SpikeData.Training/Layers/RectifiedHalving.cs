namespace SpikeData.Training;

/// <summary>Two 3x3 convolutions with learned rectifiers, the first of which halves images.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.conv1.0.weight</c>, <c>name.conv2.0.weight</c> and so on.</param>
public sealed class RectifiedHalving(ParameterSet parameters, string name, int inputs, int outputs)
{
    readonly RectifiedConvolution halve = new(parameters, $"{name}.conv1", inputs, outputs, stride: 2);
    readonly RectifiedConvolution refine = new(parameters, $"{name}.conv2", outputs, outputs);

    public Tensor Apply(Tensor x) => refine.Apply(halve.Apply(x));
}
