using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The middle of each exposure.</summary>
/// <param name="Enlarge">How rows I-1 and I-2 are enlarged: by nearest neighbor, as the paper's are, or bilinearly.</param>
[Variant("single-frame")]
public sealed record SingleFrame(RowEnlargement Enlarge = RowEnlargement.Nearest) : IEvaluation
{
    public string Title => Enlarge.Of("Single frame");

    IEnumerable<int> IEvaluation.Instants(int sharpCount) => sharpCount == 0 ? [] : [sharpCount / 2];
}
