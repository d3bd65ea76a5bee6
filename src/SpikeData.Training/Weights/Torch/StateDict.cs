using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Finds the named tensors in what a PyTorch file holds: the dictionary itself, or one that a checkpoint keeps beside other things.</summary>
static class StateDict
{
    // What DistributedDataParallel and DataParallel put in front of every name.
    const string Wrapper = "module.";

    /// <exception cref="SpikeDataException">SPIKE554: there is none, or there are several.</exception>
    public static IReadOnlyList<(string Name, TorchTensor Tensor)> Find(object? value)
    {
        if (value is not PickleDictionary dictionary) throw None("it holds no dictionary");
        if (IsStateDict(dictionary)) return Unwrap(dictionary);
        (object? Key, object? Value)[] parts = [.. dictionary.Where(pair => pair.Value is PickleDictionary part && IsStateDict(part))];
        if (parts.Length > 1 && parts.FirstOrDefault(part => part.Key is "state_dict" or "model") is { Value: PickleDictionary preferred }) return Unwrap(preferred);
        return parts switch
        {
            [(_, PickleDictionary part)] => Unwrap(part),
            [] => throw None("none of its dictionaries names tensors"),
            _ => throw None($"it holds several: {string.Join(", ", parts.Select(part => $"'{part.Key}'"))}"),
        };
    }

    static bool IsStateDict(PickleDictionary dictionary) => dictionary.Count > 0 && dictionary.All(pair => pair is (string, TorchTensor));

    static List<(string Name, TorchTensor Tensor)> Unwrap(PickleDictionary dictionary)
    {
        bool isWrapped = dictionary.All(pair => ((string)pair.Key!).StartsWith(Wrapper, StringComparison.Ordinal));
        return [.. dictionary.Select(pair => (((string)pair.Key!)[(isWrapped ? Wrapper.Length : 0)..], (TorchTensor)pair.Value!))];
    }

    static SpikeDataException None(string why) => new(
        "SPIKE554", $"This PyTorch file does not hold one state dict: {why}. Save it alone in Python: torch.save(model.state_dict(), path).");
}
