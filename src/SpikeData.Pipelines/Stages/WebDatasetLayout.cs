namespace SpikeData.Pipelines;

/// <summary>WebDataset shards: tar archives in which the files of one sample follow each other, and an index.json that lists them.</summary>
/// <param name="SamplesPerShard">How many samples an archive holds at most.</param>
[Variant("webdataset")]
public sealed record WebDatasetLayout([Range(1, 1_000_000, Unit = "samples")] int SamplesPerShard = ShardWriter.UsualSamples) : ILayout
{
    static readonly SsdmLayout Unpacked = new();

    int? ILayout.SamplesPerShard => SamplesPerShard;

    /// <summary>Where 'spikedata convert' puts the file when it unpacks the shards.</summary>
    public string PathOf(ClipSource clip, string kind, string label, string extension) => Unpacked.PathOf(clip, kind, label, extension);
}
