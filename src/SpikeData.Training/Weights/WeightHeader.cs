using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>What a file of weights says of one array; its numbers are not read.</summary>
/// <param name="Name">Its name, without wrappers' prefixes.</param>
/// <param name="Type">What its numbers become in memory.</param>
/// <param name="Shape">Its shape.</param>
public sealed record WeightHeader(string Name, ElementType Type, IReadOnlyList<int> Shape)
{
    /// <summary>How many numbers it holds.</summary>
    public long Length => Shape.Aggregate(1L, (numbers, length) => numbers * length);

    public override string ToString() => $"{Type.Code()}[{string.Join(", ", Shape)}]";
}
