using System.Collections;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The parameters of a network by name, in the order the network was built, each beginning as PyTorch's layers begin.</summary>
/// <param name="seed">Numbers depend on it and on the parameter's name alone, so networks that share names share beginnings.</param>
/// <param name="isTrained">Whether drawn parameters have gradients.</param>
public sealed class ParameterSet(Device device, long seed, bool isTrained = true) : IReadOnlyCollection<Parameter>
{
    readonly OrderedDictionary<string, Parameter> parameters = [];

    public Device Device => device;

    public int Count => parameters.Count;

    /// <summary>How many numbers are trained.</summary>
    public int TrainedNumbers => parameters.Values.Where(parameter => parameter.IsTrained).Sum(parameter => parameter.Count);

    public Parameter this[string name] => parameters[name];

    public bool TryGet(string name, out Parameter? parameter) => parameters.TryGetValue(name, out parameter);

    /// <summary>Adds weights, drawn evenly from +-1 / sqrt(fan-in); the fan-in is the product of all lengths but the first.</summary>
    /// <remarks>For transposed convolutions this counts output channels, as PyTorch does.</remarks>
    public Parameter AddWeight(string name, params ReadOnlySpan<int> dimensions)
    {
        int fanIn = 1;
        foreach (int length in dimensions[1..]) fanIn *= length;
        return AddDrawn(name, fanIn, dimensions);
    }

    /// <summary>Adds one bias per channel, drawn like the weights with this fan-in.</summary>
    public Parameter AddBias(string name, int channels, int fanIn) => AddDrawn(name, fanIn, channels);

    /// <summary>Adds numbers that begin alike.</summary>
    public Parameter AddConstant(string name, float value, bool isTrained, params ReadOnlySpan<int> dimensions)
    {
        Parameter parameter = Add(new(device, name, dimensions, isTrained));
        float[] numbers = new float[parameter.Count];
        Array.Fill(numbers, value);
        parameter.Write(numbers);
        return parameter;
    }

    /// <summary>Forgets all gradients, before the next backward pass.</summary>
    public void ForgetGradients()
    {
        foreach (Parameter parameter in parameters.Values) parameter.Tensor.ForgetGradient();
    }

    public IEnumerator<Parameter> GetEnumerator() => parameters.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    Parameter AddDrawn(string name, int fanIn, params ReadOnlySpan<int> dimensions)
    {
        Parameter parameter = Add(new(device, name, dimensions, isTrained));
        parameter.Write(UniformNumbers.Draw(parameter.Count, 1 / MathF.Sqrt(fanIn), PhiloxKey.Derive(seed, name)));
        return parameter;
    }

    Parameter Add(Parameter parameter)
    {
        parameters.Add(parameter.Name, parameter);
        return parameter;
    }
}
