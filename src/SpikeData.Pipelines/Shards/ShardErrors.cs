using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>What can go wrong with shards.</summary>
static class ShardErrors
{
    public static SpikeDataException SharedKey(string key, IEnumerable<ManifestClip> clips) => new("SPIKE458",
        $"Samples of the clips {string.Join(" and ", clips.Select(clip => $"'{clip.Name}'"))} would share the key '{key}', since a key has no dots. Rename one of the clips, or write folders.");

    public static SpikeDataException Damaged(string shard, string what, Exception? cause = null) => new("SPIKE458",
        $"This is no shard that 'spikedata convert' wrote, or it was cut short: {what}. Copy it again, or make it again from the data set.", cause) { File = shard };
}
