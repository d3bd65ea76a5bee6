namespace SpikeData.Pipelines;

/// <summary>Reads clips: videos (mp4, avi, mkv) or folders of PNG or JPEG pictures, sorted by the bytes of their names.</summary>
/// <param name="From">A file or a pattern, relative to the recipe; <c>{split}</c> and <c>{clip}</c> stand for the names of folders or files: <c>data/{split}/{clip}/*.png</c>.</param>
/// <param name="Frames">Which frames of each clip to use, counted from 0; all of them unless given.</param>
/// <param name="Size">The size to bring every frame to; as recorded unless given.</param>
/// <param name="FramesPerSecond">How fast pictures in folders were recorded; videos say so themselves.</param>
/// <param name="Optional">Skips the recipe with one message while the source is absent, where it would be an error otherwise.</param>
[Stage("decode")]
public sealed record Decode(
    [property: NotInKey] string From,
    FrameRange Frames = default,
    FrameSize? Size = null,
    [Range(0.001, 10_000_000, Unit = "frames per second")] double? FramesPerSecond = null,
    [property: NotInKey] bool Optional = false) : IClipSource
{
    public IReadOnlyList<ClipSource> Apply(Workspace input) => throw new NotSupportedException();

    public Clip Open(ClipSource source, Workspace workspace) => throw new NotSupportedException();
}
