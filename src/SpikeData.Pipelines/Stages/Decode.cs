using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Reads clips: videos (mp4, avi, mkv) or folders of PNG or JPEG pictures, in the ordinal order of their names.</summary>
/// <param name="From">A file, or a pattern in which <c>{split}</c> and <c>{clip}</c> stand for names: <c>data/{split}/{clip}/*.png</c>.</param>
/// <param name="Frames">Which frames of each clip to use, counted from 0; all of them unless given.</param>
/// <param name="Size">The size to bring every frame to; as recorded unless given.</param>
/// <param name="FramesPerSecond">How fast pictures in folders were recorded; videos say so themselves.</param>
/// <param name="Optional">Skips the recipe with one message while the source is absent, where it would be an error otherwise.</param>
[Stage("decode")]
public sealed record Decode(
    [property: NotInKey] SourcePattern From,
    FrameRange Frames = default,
    FrameSize? Size = null,
    [Range(0.001, 10_000_000, Unit = "frames per second")] double? FramesPerSecond = null,
    [property: NotInKey] bool Optional = false) : IClipSource
{
    /// <summary>How many frames are read before they are asked for.</summary>
    internal const int FramesAhead = 4;

    /// <summary>Frames that are read ahead take no more than that, unless a single one does.</summary>
    const long MostBytesAhead = 1 << 28;

    /// <summary>Besides frames read ahead: the one that is looked at, and what it is decoded from.</summary>
    const int FramesBeside = 2;

    /// <summary>How many frames of a clip can be out at once; far more than stages that pass frames on can reach.</summary>
    internal const int MostFramesOut = 4096;

    public string Pattern => From.Text;

    /// <summary>How many frames of a size are read before they are asked for: fewer where they are huge.</summary>
    internal static int FramesAheadOf(int height, int width) => (int)Math.Clamp(MostBytesAhead / BytesOf(height, width), 1, FramesAhead);

    /// <summary>The memory that reading frames of a size takes.</summary>
    internal static long BytesReadOf(int height, int width) => (FramesAheadOf(height, width) + FramesBeside) * BytesOf(height, width);

    static long BytesOf(int height, int width) => 3L * height * width;

    /// <exception cref="SpikeDataException">Nothing is there (SPIKE401), or what is there cannot be used (SPIKE402, SPIKE403).</exception>
    public IReadOnlyList<ClipSource> Apply(Workspace input)
    {
        IReadOnlyList<ClipSource> found = SourceSearch.Find(From, input.RecipeDirectory);
        if (found.Count == 0 && !Optional) throw Errors.SourceAbsent(From, input.RecipeDirectory).At(this);
        return [.. found.Select(Narrow)];
    }

    /// <exception cref="SpikeDataException">A file cannot be read (SPIKE441 to SPIKE445), or the clip ends before its frames do (SPIKE412).</exception>
    public Clip Open(ClipSource source, Workspace workspace)
    {
        if (source.Problem is { } problem) throw problem;
        Clip clip = MediaFiles.IsVideo(source.Files[0])
            ? VideoClip.Open(source, workspace, Frames, FramesPerSecond)
            : PictureClip.Open(source, workspace, FramesPerSecond);
        return Size is { } size && size != clip.Size ? ResizedClip.Of(clip, size) : clip;
    }

    /// <summary>Only the pictures that are used are part of a clip; a video is always a whole file.</summary>
    ClipSource Narrow(ClipSource clip)
    {
        if (MediaFiles.IsVideo(clip.Files[0])) return clip;
        int end = Frames.Last is { } last ? last + 1 : clip.Files.Count;
        if (end > clip.Files.Count || Frames.First >= clip.Files.Count) return clip with { Problem = Errors.EndsEarly(clip, clip.Files.Count, Frames).At(this) };
        return clip with { Files = [.. clip.Files.Take(end).Skip(Frames.First)] };
    }
}
