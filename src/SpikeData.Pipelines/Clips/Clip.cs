using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Consecutive latent frames of one scene, pulled one after the other and never all in memory.</summary>
/// <remarks>
/// A stage from clip to clip is an iterator: it pulls frames from <see cref="Frames"/>, yields them or frames of its own, and
/// disposes what it pulled and does not pass on. A frame that was yielded does not change any more: others may look at it too.
/// </remarks>
/// <param name="workspace">Where and with what the clip is worked on.</param>
/// <param name="source">The files it comes from.</param>
/// <param name="size">The size of every frame.</param>
/// <param name="frames">Its frames; each enumeration begins at the first one.</param>
public sealed class Clip(Workspace workspace, ClipSource source, FrameSize size, IEnumerable<Frame> frames)
{
    /// <summary>Where and with what the clip is worked on.</summary>
    public Workspace Workspace { get; } = workspace;

    /// <summary>The files it comes from.</summary>
    public ClipSource Source { get; } = source;

    /// <summary>What the clip is called in the data set.</summary>
    public string Name => Source.Name;

    /// <summary>The part of the data set it belongs to; empty when there are no parts.</summary>
    public string Split => Source.Split;

    /// <summary>The size of every frame.</summary>
    public FrameSize Size { get; } = size;

    /// <summary>The frames in the order of time. Whoever pulls a frame disposes it.</summary>
    public IEnumerable<Frame> Frames { get; } = frames;

    /// <summary>How many frames lie between one recorded frame and the next, that one included: 1 as filmed, 8 after interpolation by 8.</summary>
    public int Factor { get; init; } = 1;

    /// <summary>How many frames there are, when that is known before they are read.</summary>
    public int? Count { get; init; }

    /// <summary>Frames per second of <see cref="Frames"/>, when the source tells.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>How many digits the numbers in file names have at least.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>The memory that its frames take while they are read, those read ahead included.</summary>
    internal long BytesRead { get; init; }

    /// <summary>What stages find out about the clip while its frames pass; a stage that makes a new clip hands them on.</summary>
    public ClipFacts Facts { get; init; } = new();

    /// <summary>The same clip with other frames, as a stage from clip to clip leaves it.</summary>
    /// <param name="frames">As many frames as before, of the same size.</param>
    public Clip With(IEnumerable<Frame> frames) => new(Workspace, Source, Size, frames)
    {
        Factor = Factor,
        Count = Count,
        FramesPerSecond = FramesPerSecond,
        Digits = Digits,
        Facts = Facts,
    };
}
