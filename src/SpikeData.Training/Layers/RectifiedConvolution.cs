namespace SpikeData.Training;

/// <summary>A 3x3 convolution with a rectifier whose slopes are learned.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.0.weight</c>, <c>name.0.bias</c>, <c>name.1.weight</c>.</param>
public sealed class RectifiedConvolution(ParameterSet parameters, string name, int inputs, int outputs, int stride = 1)
{
    /// <summary>The slope that PyTorch's PReLU begins with.</summary>
    internal const float FirstSlope = 0.25f;

    readonly ConvolutionLayer layer = new(parameters, $"{name}.0", inputs, outputs, 3, stride, Padding.All(1));
    readonly Parameter slopes = parameters.AddConstant($"{name}.1.weight", FirstSlope, isTrained: true, outputs);

    public Tensor Apply(Tensor x) => layer.Apply(x).RectifyLearned(slopes);
}
