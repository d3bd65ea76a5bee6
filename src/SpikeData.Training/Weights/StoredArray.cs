using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>An array in a file of weights: what the file says of it, and how its numbers are read when they are wanted.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Type">What its numbers become in memory.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Read">Reads its numbers.</param>
sealed record StoredArray(string Name, ElementType Type, IReadOnlyList<int> Shape, Func<NdArray> Read)
{
    public long Numbers { get; } = Shape.Aggregate(1L, (numbers, length) => numbers * length);

    /// <summary>How much memory it takes.</summary>
    public long Bytes => Numbers * Type.Size();
}
