using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Windows of recorded clips: videos, or folders of pictures.</summary>
/// <param name="From">A file, or a pattern in which <c>{split}</c> and <c>{clip}</c> stand for names: <c>data/{split}/{clip}/*.png</c>.</param>
/// <param name="Frames">Which frames of each clip to use, counted from 0; all of them unless given.</param>
/// <param name="Size">The size to bring every frame to; as recorded unless given.</param>
/// <param name="Windows">How many windows an epoch shows; each place in the clips once unless given.</param>
[Variant("clips")]
public sealed record FilmedClips(
    [property: NotInKey] SourcePattern From, FrameRange Frames = default, FrameSize? Size = null, [Range(1, 10_000_000)] int? Windows = null) : IFootage
{
    IReadOnlyList<ClipSource> IFootage.Find(Workspace workspace) => Decode.Apply(workspace);

    Footage IFootage.Open(IReadOnlyList<ClipSource> found, Workspace workspace, WindowRule rule)
    {
        FrameMemory memory = new(FrameMemory.Usual);
        FrameCache[] strips = [.. found.Select(source => FrameCache.Open(Decode, source, workspace, memory))];
        return strips.Any(strip => strip.Count > rule.Shortest) ? new ClipFootage(strips, rule, Windows) : throw FootageErrors.TooShort(found, rule.Shortest + 1);
    }

    Decode Decode => new(From, Frames, Size);
}
