using System.Collections;

namespace SpikeData.Training;

/// <summary>A Python dictionary as its pickle writes it: pairs in order, keys of any type.</summary>
sealed class PickleDictionary : IEnumerable<(object? Key, object? Value)>
{
    readonly List<(object? Key, object? Value)> pairs = [];

    public int Count => pairs.Count;

    public void Add(object? key, object? value) => pairs.Add((key, value));

    public IEnumerator<(object? Key, object? Value)> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
