using System.Collections;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>Named arrays as a file holds them: what PyTorch calls a state dict.</summary>
public sealed class Weights : IEnumerable<KeyValuePair<string, NdArray>>
{
    readonly OrderedDictionary<string, NdArray> arrays = [];

    public int Count => arrays.Count;

    public IEnumerable<string> Names => arrays.Keys;

    public NdArray this[string name] => arrays[name];

    /// <summary>Collects the numbers of all parameters.</summary>
    public static Weights Of(ParameterSet parameters)
    {
        Weights weights = [];
        foreach (Parameter parameter in parameters) weights.Add(parameter.Name, NdArray.Of<float>(parameter.Read(), parameter.Dimensions));
        return weights;
    }

    /// <exception cref="SpikeDataException">SPIKE501: there is an array of this name already.</exception>
    public void Add(string name, NdArray array)
    {
        if (!arrays.TryAdd(name, array)) throw new SpikeDataException("SPIKE501", $"Two arrays are named '{name}'.");
    }

    public bool Contains(string name) => arrays.ContainsKey(name);

    /// <summary>One length of an array, from which a network's width follows.</summary>
    /// <exception cref="SpikeDataException">SPIKE560: there is no such array.</exception>
    public int Length(string name, int axis) => arrays.TryGetValue(name, out NdArray? array) && axis < array.Shape.Length
        ? array.Shape[axis]
        : throw new SpikeDataException("SPIKE560", $"The weights have no array '{name}' from which the network's width could be read; are they of another network?");

    /// <summary>Sets all parameters of a network.</summary>
    /// <exception cref="SpikeDataException">SPIKE502: names or shapes differ from the network's; the message lists them.</exception>
    public void CopyTo(ParameterSet parameters)
    {
        string[] problems = [.. parameters.Select(Problem).OfType<string>(), .. Names.Where(name => !parameters.TryGet(name, out _)).Select(name => $"'{name}' is not known")];
        if (problems.Length > 0)
            throw new SpikeDataException("SPIKE502", $"The weights do not fit the network: {string.Join("; ", problems.Take(5))}{(problems.Length > 5 ? $"; and {problems.Length - 5} more" : "")}.");
        foreach (Parameter parameter in parameters) parameter.Write(Floats.Of(arrays[parameter.Name]));
    }

    /// <summary>The same without the arrays whose names begin so.</summary>
    public Weights Without(string start) => Select(this.Where(entry => !entry.Key.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>These, and of others those whose names begin so and that are lacking here.</summary>
    public Weights Or(Weights others, string start) => Select(this.Concat(others.Where(entry => entry.Key.StartsWith(start, StringComparison.Ordinal) && !Contains(entry.Key))));

    /// <summary>The same with floats of 16 bits, rounded to the nearest.</summary>
    public Weights Halved() => Select(this.Select(entry => KeyValuePair.Create(entry.Key, Floats.Halve(entry.Value))));

    public IEnumerator<KeyValuePair<string, NdArray>> GetEnumerator() => arrays.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static Weights Select(IEnumerable<KeyValuePair<string, NdArray>> entries)
    {
        Weights weights = [];
        foreach ((string name, NdArray array) in entries) weights.Add(name, array);
        return weights;
    }

    string? Problem(Parameter parameter)
    {
        if (!arrays.TryGetValue(parameter.Name, out NdArray? array)) return $"'{parameter.Name}' is missing";
        return array.Shape.SequenceEqual(parameter.Dimensions)
            ? null
            : $"'{parameter.Name}' is [{string.Join(", ", array.Shape.ToArray())}] where [{string.Join(", ", parameter.Dimensions.ToArray())}] was expected";
    }
}
