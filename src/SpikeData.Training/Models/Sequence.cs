using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Every instant of which the data set has a sharp image; seven in the paper, 'extract-sharp: { frames: 7 }'.</summary>
[Variant("sequence")]
public sealed record Sequence : IEvaluation
{
    public string Title => "Sequence";

    IEnumerable<int> IEvaluation.Instants(int sharpCount) => Enumerable.Range(0, sharpCount);
}
