namespace SpikeData.Training;

/// <summary>A 3x3 convolution with a rectifier whose slopes are learned.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.0.weight</c>, <c>name.0.bias</c>, <c>name.1.weight</c>.</param>
sealed class PReluConvolution(ParameterSet parameters, string name, int inputs, int outputs, int stride = 1)
{
    /// <summary>The slope that PyTorch's PReLU begins with.</summary>
    internal const float FirstSlope = 0.25f;

    readonly ConvolutionLayer layer = new(parameters, $"{name}.0", inputs, outputs, 3, stride, Padding.All(1));
    readonly Parameter slopes = parameters.AddConstant($"{name}.1.weight", FirstSlope, isTrained: true, outputs);

    public Tensor Apply(Tensor x) => layer.Apply(x).PRelu(slopes);
}

/// <summary>Two 3x3 convolutions with learned rectifiers, the first of which halves images.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.conv1.0.weight</c>, <c>name.conv2.0.weight</c> and so on.</param>
sealed class PReluHalving(ParameterSet parameters, string name, int inputs, int outputs)
{
    readonly PReluConvolution halve = new(parameters, $"{name}.conv1", inputs, outputs, stride: 2);
    readonly PReluConvolution refine = new(parameters, $"{name}.conv2", outputs, outputs);

    public Tensor Apply(Tensor x) => refine.Apply(halve.Apply(x));
}

/// <summary>A 4x4 transposed convolution that doubles images, with a rectifier whose slopes are learned.</summary>
/// <param name="name">What the names of its parameters begin with: <c>name.0.weight</c>, <c>name.0.bias</c>, <c>name.1.weight</c>.</param>
sealed class PReluDoubling(ParameterSet parameters, string name, int inputs, int outputs)
{
    readonly TransposedConvolutionLayer layer = new(parameters, $"{name}.0", inputs, outputs, 4, stride: 2, padding: 1);
    readonly Parameter slopes = parameters.AddConstant($"{name}.1.weight", PReluConvolution.FirstSlope, isTrained: true, outputs);

    public Tensor Apply(Tensor x) => layer.Apply(x).PRelu(slopes);
}
