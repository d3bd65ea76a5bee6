using System.Collections;

namespace SpikeData.Pipelines;

/// <summary>A list parameter of a stage: two of them are equal when their items are, as stages are equal when their parameters are.</summary>
sealed class ValueList<T>(IEnumerable<T> items) : IReadOnlyList<T>
{
    readonly T[] items = [.. items];

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && items.SequenceEqual(other.items);

    public override int GetHashCode() => items.Aggregate(0, HashCode.Combine);
}
