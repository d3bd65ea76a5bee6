using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Reads clips: videos, recognized by their contents, or folders of PNG or JPEG pictures, in the order of the numbers in their names.</summary>
/// <param name="From">A file, or a pattern in which <c>{split}</c> and <c>{clip}</c> stand for names: <c>data/{split}/{clip}/*.png</c>.</param>
/// <param name="Frames">Which frames of each clip to use, counted from 0; all of them unless given.</param>
/// <param name="Size">The size to bring every frame to; as recorded unless given.</param>
/// <param name="FramesPerSecond">How fast pictures in folders were recorded; videos say so themselves.</param>
/// <param name="Timing">What to do with videos whose frames do not follow each other evenly; refuse unless given.</param>
/// <param name="Damaged">What to do with videos of which frames are damaged or missing: refuse, leave the clip out, or cut it before the first such frame.</param>
/// <param name="ColorMatrix">How luma and chroma of videos were made from colors; as the video says unless given, and where it says nothing bt709 above 576 rows, bt601 else.</param>
/// <param name="ColorRange">Which codes of videos are black and white; as the video says unless given, and where it says nothing limited.</param>
/// <param name="Optional">Skips the recipe with one message while the source, or a file that a stage names, is absent, where it would be an error otherwise.</param>
[Stage("decode", Version = 2)]
public sealed record Decode(
    [property: NotInKey] SourcePattern From,
    FrameRange Frames = default,
    FrameSize? Size = null,
    [Range(0.001, 10_000_000, Unit = "frames per second")] double? FramesPerSecond = null,
    ITiming? Timing = null,
    DamagedVideo Damaged = DamagedVideo.Refuse,
    ColorMatrix? ColorMatrix = null,
    ColorRange? ColorRange = null,
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

    public ITiming Timing { get; } = Timing ?? new RefuseUneven();

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
        if (found.Count == 0 && !Optional) throw Errors.SourceAbsent(From, input.RecipeDirectory, OtherCase(input)).At(this);
        return [.. found.Select(Narrow)];
    }

    /// <summary>What is said of videos alone is in no key of pictures.</summary>
    public object InKeyOf(ClipSource clip) => MediaFiles.IsVideo(clip.Files[0]) ? this : new OfPictures(Frames, Size, FramesPerSecond);

    /// <exception cref="SpikeDataException">A file cannot be read (SPIKE420, SPIKE438, SPIKE441 to SPIKE449), or the clip ends before its frames do (SPIKE412).</exception>
    public Clip Open(ClipSource source, Workspace workspace)
    {
        if (source.Problem is { } problem) throw problem;
        Clip clip = MediaFiles.IsVideo(source.Files[0]) ? VideoClip.Open(source, workspace, this) : OpenPictures(source, workspace);
        MemoryLimit.Require(clip.BytesRead, $"Reading frames of {Path.GetFileName(source.Files[0])}", source.Files[0]);
        return clip;
    }

    Clip OpenPictures(ClipSource source, Workspace workspace)
    {
        Clip clip = PictureClip.Open(source, workspace, FramesPerSecond);
        return Size is { } size && size != clip.Size ? ResizedClip.Of(clip, size) : clip;
    }

    /// <summary>A file that would match if upper and lower case were not told apart.</summary>
    string? OtherCase(Workspace workspace) => SourceSearch.Find(From, workspace.RecipeDirectory, ignoreCase: true) is [{ Files: [string file, ..] }, ..] ? file : null;

    /// <summary>Only the pictures that are used are part of a clip; a video is always a whole file.</summary>
    ClipSource Narrow(ClipSource clip)
    {
        if (MediaFiles.IsVideo(clip.Files[0])) return clip;
        int end = Frames.Last is { } last ? last + 1 : clip.Files.Count;
        if (end > clip.Files.Count || Frames.First >= clip.Files.Count) return clip with { Problem = Errors.EndsEarly(clip, clip.Files.Count, Frames).At(this) };
        return clip with { Files = [.. clip.Files.Take(end).Skip(Frames.First)] };
    }

    /// <summary>What pictures in a folder depend on, as it was before videos had keys of their own.</summary>
    sealed record OfPictures(FrameRange Frames, FrameSize? Size, double? FramesPerSecond);
}
