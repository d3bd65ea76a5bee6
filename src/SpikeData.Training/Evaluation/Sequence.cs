using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Every instant of which the data set has a sharp image; seven in the paper, 'extract-sharp: { frames: 7 }'.</summary>
/// <remarks>
/// No published script evaluates a sequence. Its seven frames are read from the script that extracts them and the list of their names: 16
/// latent frames apart from the first of the exposure to the last, at ticks 20, 36, 52, 68, 84, 100 and 116 of 137.
/// </remarks>
/// <param name="Enlarge">How rows I-1 and I-2 are enlarged: by nearest neighbor, as the paper's are, or bilinearly.</param>
[Variant("sequence")]
public sealed record Sequence(RowEnlargement Enlarge = RowEnlargement.Nearest) : IEvaluation
{
    public string Title => Enlarge.Of("Sequence");

    IEnumerable<int> IEvaluation.Instants(int sharpCount) => Enumerable.Range(0, sharpCount);
}
