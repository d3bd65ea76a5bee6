namespace SpikeData.Pipelines;

/// <summary>A sample with the clip it was recorded from.</summary>
sealed record SampleOfClip(ManifestClip Clip, ManifestSample Sample)
{
    /// <summary>What the names of the sample's files begin with in a shard: no dot is in it, since the name goes on after the first.</summary>
    public string Key => $"{Clip.Name}_{Sample.Label}".Replace('.', '-');

    /// <summary>The files by kind, those of one kind in the order of time.</summary>
    public IEnumerable<IGrouping<string, StoredFile>> Files =>
        Clip.Files.Where(file => file.Exposure == Sample.Exposure).OrderBy(file => file.Kind, StringComparer.Ordinal).ThenBy(file => file.Number).GroupBy(file => file.Kind);
}
