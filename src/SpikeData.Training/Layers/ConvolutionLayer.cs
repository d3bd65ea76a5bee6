namespace SpikeData.Training;

/// <summary>A convolution with its weights.</summary>
public sealed class ConvolutionLayer
{
    readonly Parameter weight;
    readonly Parameter? bias;
    readonly int stride;
    readonly float slope;
    readonly Padding padding;

    /// <param name="name">What the names of its parameters begin with: <c>name.weight</c>, <c>name.bias</c>.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    /// <param name="overTime">Whether its weights are those of a convolution over the time of single frames, with a third length of 1.</param>
    public ConvolutionLayer(
        ParameterSet parameters,
        string name,
        int inputs,
        int outputs,
        int kernel,
        int stride = 1,
        Padding padding = default,
        float slope = 1,
        bool hasBias = true,
        bool overTime = false)
    {
        (this.stride, this.padding, this.slope) = (stride, padding, slope);
        ReadOnlySpan<int> dimensions = overTime ? [outputs, inputs, 1, kernel, kernel] : [outputs, inputs, kernel, kernel];
        weight = parameters.AddWeight($"{name}.weight", dimensions);
        if (hasBias) bias = parameters.AddBias($"{name}.bias", outputs, inputs * kernel * kernel);
    }

    public Tensor Apply(Tensor x) => x.Convolve(weight, bias, stride, padding, slope);
}

/// <summary>A transposed convolution with its weights.</summary>
public sealed class TransposedConvolutionLayer
{
    readonly Parameter weight;
    readonly Parameter bias;
    readonly int stride;
    readonly int padding;
    readonly int outputPadding;
    readonly float slope;

    /// <param name="name">What the names of its parameters begin with: <c>name.weight</c>, <c>name.bias</c>.</param>
    /// <param name="slope">What negative results are multiplied with: 1 leaves them, 0 is ReLU.</param>
    public TransposedConvolutionLayer(
        ParameterSet parameters, string name, int inputs, int outputs, int kernel, int stride, int padding, int outputPadding = 0, float slope = 1)
    {
        (this.stride, this.padding, this.outputPadding, this.slope) = (stride, padding, outputPadding, slope);
        weight = parameters.AddWeight($"{name}.weight", inputs, outputs, kernel, kernel);
        bias = parameters.AddBias($"{name}.bias", outputs, outputs * kernel * kernel);
    }

    public Tensor Apply(Tensor x) => x.ConvolveTransposed(weight, bias, stride, padding, outputPadding, slope);
}
