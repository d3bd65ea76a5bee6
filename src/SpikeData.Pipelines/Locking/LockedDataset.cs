namespace SpikeData.Pipelines;

/// <summary>A data set as it was reviewed: a hash of its bytes, and everything that decides them.</summary>
/// <param name="Data">SHA-256 over the path and the SHA-256 of every file, in the order of the manifest.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="Recipe">The parts of the content key that all clips share, such as "expose.frames", in the order of the recipe.</param>
/// <param name="Clips">The clips by title, sorted.</param>
public sealed record LockedDataset(
    string Data, int Samples, IReadOnlyDictionary<string, string> Recipe, IReadOnlyDictionary<string, LockedClip> Clips)
{
    /// <summary>What a finished data set would be locked as.</summary>
    /// <param name="manifest">What the folder holds.</param>
    /// <param name="plans">What it was built from.</param>
    internal static LockedDataset Of(Manifest manifest, IReadOnlyList<ClipPlan> plans) => new(
        DataOf(manifest.Clips),
        manifest.Samples,
        new OrderedDictionary<string, string>(LockedParts.OfRecipe(plans[0].Parts).Select(part => KeyValuePair.Create(part.Name, part.Value))),
        new SortedDictionary<string, LockedClip>(
            plans.Zip(manifest.Clips).ToDictionary(pair => pair.First.Source.Title, pair => LockedClip.Of(pair.First, pair.Second)), StringComparer.Ordinal));

    /// <summary>One hash for all bytes of some clips.</summary>
    internal static string DataOf(IEnumerable<ManifestClip> clips) =>
        ContentKey.Of(clips.SelectMany(clip => clip.Files).Select(file => new KeyPart(file.Path.Text, file.Sha256))).Text;
}
