namespace SpikeData.Pipelines;

/// <summary>What clearing a store away comes to.</summary>
/// <param name="Removed">The clips that no data set needs and that are old enough.</param>
/// <param name="Young">How many more would be removed if they were older.</param>
/// <param name="Outputs">The folders with data sets that were looked at.</param>
/// <param name="Notes">What a person should know: sources that are absent, data sets that are gone.</param>
public sealed record StoreCleaning(IReadOnlyList<UnusedClip> Removed, int Young, IReadOnlyList<string> Outputs, IReadOnlyList<string> Notes)
{
    /// <summary>How many bytes that frees.</summary>
    public long Bytes => Removed.Sum(clip => clip.Bytes);
}
