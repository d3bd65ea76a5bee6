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

    /// <summary>Reads arrays of a file; a prefix that wrappers put before all names comes off.</summary>
    internal static Weights Of(IReadOnlyList<StoredArray> arrays)
    {
        int prefix = WrapperPrefix.Of(arrays.Select(array => array.Name)).Length;
        Weights weights = [];
        foreach (StoredArray array in arrays) weights.Add(array.Name[prefix..], array.Read());
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
        : throw new SpikeDataException("SPIKE560", $"The weights have no array '{name}' from which the network's width could be read. {KnownNetworks.Describe(Names)}");

    /// <summary>Sets all parameters of a network.</summary>
    /// <exception cref="SpikeDataException">SPIKE502: names or shapes differ from the network's; the message lists them.</exception>
    public void CopyTo(ParameterSet parameters)
    {
        // A network of one member named 'net' has parameters that look wrapped, and files lose that prefix.
        string prefix = WrapperPrefix.Of(parameters.Select(parameter => parameter.Name));
        if (prefix.Length > 0 && Names.Any(name => name.StartsWith(prefix, StringComparison.Ordinal))) prefix = "";
        HashSet<string> known = [.. parameters.Select(parameter => parameter.Name[prefix.Length..])];
        string[] problems =
        [
            .. parameters.Select(parameter => Problem(parameter.Name[prefix.Length..], parameter)).OfType<string>(),
            .. Names.Where(name => !known.Contains(name)).Select(name => $"'{name}' is not known"),
        ];
        if (problems.Length > 0)
        {
            throw new SpikeDataException("SPIKE502",
                $"The weights do not fit the network: {string.Join("; ", problems.Take(5))}{(problems.Length > 5 ? $"; and {problems.Length - 5} more" : "")}. {KnownNetworks.Describe(Names)}".TrimEnd());
        }

        foreach (Parameter parameter in parameters) parameter.Write(Floats.Of(arrays[parameter.Name[prefix.Length..]]));
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

    string? Problem(string name, Parameter parameter)
    {
        if (!arrays.TryGetValue(name, out NdArray? array)) return $"'{name}' is missing";
        return array.Shape.SequenceEqual(parameter.Dimensions)
            ? null
            : $"'{name}' is [{string.Join(", ", array.Shape.ToArray())}] where [{string.Join(", ", parameter.Dimensions.ToArray())}] was expected";
    }
}
