namespace SpikeData.Pipelines;

/// <summary>One clip of a data set as it was reviewed.</summary>
/// <param name="Key">Its content key.</param>
/// <param name="Data">SHA-256 over the path and the SHA-256 of each of its files.</param>
/// <param name="Sources">The digests of its source files by name; of a clip of many pictures, one for every 32 of them.</param>
public sealed record LockedClip(ContentKey Key, string Data, IReadOnlyDictionary<string, string> Sources)
{
    internal static LockedClip Of(ClipPlan plan, ManifestClip built) => new(
        plan.Key,
        LockedDataset.DataOf([built]),
        new OrderedDictionary<string, string>(LockedParts.OfSources(plan.Parts).Select(part => KeyValuePair.Create(part.Name, part.Value))));
}
