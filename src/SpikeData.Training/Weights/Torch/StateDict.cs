using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Finds the named tensors in what a PyTorch file holds: the dictionary itself, or one that a checkpoint keeps beside other things.</summary>
static class StateDict
{
    /// <summary>A checkpoint keeps its state dicts so deep at most.</summary>
    const int Deepest = 3;

    /// <param name="part">The key of the dictionary; null where there is one.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE553: an object of another class lies in it, or the file is a whole network. SPIKE554: there is none, or there are several. SPIKE556: there is no such part.
    /// </exception>
    public static IReadOnlyList<(string Name, TorchTensor Tensor)> Find(object? value, string? part)
    {
        if (value is not PickleDictionary dictionary) throw Other(value);
        List<(string Key, PickleDictionary Tensors)> parts = [];
        if (NamesTensors(dictionary)) parts.Add(("", dictionary));
        else Collect(dictionary, "", Deepest, parts, new(ReferenceEqualityComparer.Instance));
        return Tensors(part is null ? Single(dictionary, parts) : Chosen(parts, part));
    }

    /// <summary>Whether a dictionary is meant to be a state dict: all of it are tensors, or some that have the names of parameters.</summary>
    static bool NamesTensors(PickleDictionary dictionary) =>
        dictionary.Count > 0 && (dictionary.All(pair => pair is (string, TorchTensor)) || dictionary.Any(pair => pair is (string name, TorchTensor) && name.Contains('.', StringComparison.Ordinal)));

    static void Collect(PickleDictionary dictionary, string path, int deepest, List<(string Key, PickleDictionary Tensors)> parts, HashSet<object> seen)
    {
        // What an optimizer remembers of each parameter is no network.
        if (deepest == 0 || !seen.Add(dictionary) || dictionary.Any(pair => pair.Key is "param_groups")) return;
        foreach ((object? key, object? value) in dictionary)
        {
            if (key is not string name || value is not PickleDictionary inner) continue;
            if (NamesTensors(inner)) parts.Add((path + name, inner));
            else Collect(inner, $"{path}{name}.", deepest - 1, parts, seen);
        }
    }

    static PickleDictionary Single(PickleDictionary dictionary, List<(string Key, PickleDictionary Tensors)> parts)
    {
        if (parts is [var only]) return only.Tensors;
        if (parts.Count == 0) throw dictionary.Select(pair => pair.Value).OfType<ForeignObject>().FirstOrDefault(found => found.IsModule) is { } module ? Module(module) : None("none of its dictionaries names tensors");
        // Another network's weights may lie beside; the same network's, such as a moving average of them, leave the choice open.
        if (parts.FirstOrDefault(found => found.Key is "state_dict" or "model") is { Tensors: { } usual } && parts.Count(found => SameNames(found.Tensors, usual)) == 1) return usual;
        string keys = List(parts), example = parts.Select(found => found.Key).FirstOrDefault(key => key.EndsWith("_ema", StringComparison.Ordinal)) ?? parts[0].Key;
        throw new SpikeDataException("SPIKE554", $"This PyTorch file holds several state dicts: {keys}. Choose one: --part {example}, or 'part: {example}' in a recipe.");
    }

    static PickleDictionary Chosen(List<(string Key, PickleDictionary Tensors)> parts, string part) =>
        parts.FirstOrDefault(found => found.Key == part).Tensors ?? throw new SpikeDataException("SPIKE556", parts switch
        {
            [] => $"The file has no part '{part}', and no state dict at all.",
            [("", _)] => $"The file has no parts to choose '{part}' from: it is one state dict. Leave it out.",
            _ => $"The file has no part '{part}'. It has {List(parts)}.",
        });

    static List<(string Name, TorchTensor Tensor)> Tensors(PickleDictionary dictionary) => [.. dictionary.Select(pair => pair switch
    {
        (string name, TorchTensor tensor) => (name, tensor),
        (_, ForeignObject or TorchClass) => throw new SpikeDataException("SPIKE553",
            $"In its dictionary of tensors '{pair.Key}' is {Describe(pair.Value)}, which is not built. Save the tensors alone in Python: torch.save(model.state_dict(), path)."),
        _ => throw None($"in its dictionary of tensors '{pair.Key}' is {Describe(pair.Value)}"),
    })];

    static bool SameNames(PickleDictionary a, PickleDictionary b) => a.Count == b.Count && a.Select(pair => pair.Key).ToHashSet().SetEquals(b.Select(pair => pair.Key));

    static string List(List<(string Key, PickleDictionary Tensors)> parts) => string.Join(", ", parts.Take(12).Select(part => $"'{part.Key}'")) + (parts.Count > 12 ? $" and {parts.Count - 12} more" : "");

    static string Describe(object? value) => value switch
    {
        null => "None",
        string => "a text",
        bool or long or double or System.Numerics.BigInteger => "a number",
        byte[] => "bytes",
        PickleDictionary => "a dictionary",
        TorchTensor => "a tensor",
        TorchClass.Foreign named => $"'{named.Name}'",
        TorchClass => "a class",
        ForeignObject found => found.ToString(),
        _ => "a list",
    };

    static SpikeDataException Other(object? value) => value switch
    {
        ForeignObject { IsModule: true } module => Module(module),
        ForeignObject found => new("SPIKE553", $"This file holds {found}, which is not built. Save the state dict alone in Python: torch.save(model.state_dict(), path)."),
        _ => None($"it holds {Describe(value)}, and no dictionary"),
    };

    static SpikeDataException Module(ForeignObject module) => new(
        "SPIKE553", $"This file holds {module}, which only its own code could build. Save its numbers alone in Python: torch.save(model.state_dict(), path).");

    static SpikeDataException None(string why) => new(
        "SPIKE554", $"This PyTorch file does not hold one state dict: {why}. Save it alone in Python: torch.save(model.state_dict(), path).");
}
