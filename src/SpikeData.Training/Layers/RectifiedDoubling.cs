namespace SpikeData.Training;

/// <summary>A 4x4 transposed convolution that doubles images, with a rectifier whose slopes are learned.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.0.weight</c>, <c>name.0.bias</c>, <c>name.1.weight</c>.</param>
public sealed class RectifiedDoubling(ParameterSet parameters, string name, int inputs, int outputs)
{
    readonly TransposedConvolutionLayer layer = new(parameters, $"{name}.0", inputs, outputs, 4, stride: 2, padding: 1);
    readonly Parameter slopes = parameters.AddConstant($"{name}.1.weight", RectifiedConvolution.FirstSlope, isTrained: true, outputs);

    public Tensor Apply(Tensor x) => layer.Apply(x).RectifyLearned(slopes);
}
