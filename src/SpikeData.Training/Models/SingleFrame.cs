using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The middle of each exposure.</summary>
[Variant("single-frame")]
public sealed record SingleFrame : IEvaluation
{
    public string Title => "Single frame";

    IEnumerable<int> IEvaluation.Instants(int sharpCount) => sharpCount == 0 ? [] : [sharpCount / 2];
}
