using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>How windows are varied before a network sees them.</summary>
public interface IAugmentation
{
    /// <param name="usual">What the network's published training does.</param>
    internal Augmentations Of(Augmentations usual);
}

/// <summary>Windows are shown as they are.</summary>
[Variant("none")]
public sealed record NoAugmentation : IAugmentation
{
    Augmentations IAugmentation.Of(Augmentations usual) => default;
}

/// <summary>Windows are varied by chance, each way with an even chance; what is not given is as in the network's published training.</summary>
/// <param name="FlipColumns">Whether windows are mirrored left to right; rife and xvfi do.</param>
/// <param name="FlipRows">Whether windows are mirrored top to bottom; rife does.</param>
/// <param name="QuarterTurns">Whether windows are turned by quarters; rife and xvfi do.</param>
/// <param name="ReverseColors">Whether blue and red are exchanged; rife does.</param>
/// <param name="SwapTime">Whether windows are shown backwards in time; rife and xvfi do.</param>
[Variant("random")]
public sealed record RandomAugmentation(
    bool? FlipColumns = null, bool? FlipRows = null, bool? QuarterTurns = null, bool? ReverseColors = null, bool? SwapTime = null) : IAugmentation
{
    Augmentations IAugmentation.Of(Augmentations usual) => new(
        FlipColumns ?? usual.FlipColumns,
        FlipRows ?? usual.FlipRows,
        QuarterTurns ?? usual.QuarterTurns,
        ReverseColors ?? usual.ReverseColors,
        SwapTime ?? usual.SwapTime);
}
