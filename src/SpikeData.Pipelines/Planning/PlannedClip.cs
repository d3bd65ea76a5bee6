namespace SpikeData.Pipelines;

/// <summary>What is known of a clip before it is recorded; null where only recording tells.</summary>
/// <param name="Title">Its split and name.</param>
public sealed record PlannedClip(string Title)
{
    /// <summary>How many recorded frames there are to use.</summary>
    public int? Frames { get; init; }

    /// <summary>How many there are with those that are made up between them.</summary>
    public int? LatentFrames { get; init; }

    /// <summary>How many recorded frames one sample needs.</summary>
    public int? FramesNeeded { get; init; }

    /// <summary>How many samples it gives.</summary>
    public int? Samples { get; init; }

    /// <summary>How long an exposure lasts, in milliseconds.</summary>
    public double? ExposureMilliseconds { get; init; }

    /// <summary>What its files take on the disk, or will about take.</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether it lies finished in the store.</summary>
    public bool? IsKept { get; init; }

    /// <summary>What people should know of it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
