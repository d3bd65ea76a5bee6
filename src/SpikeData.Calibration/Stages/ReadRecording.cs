using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Reads what a rig of a picture camera and a spike camera recorded: pictures in folders, and one file of spikes for each folder.</summary>
/// <param name="Pictures">A pattern such as <c>rig/{clip}/pictures/*.png</c>.</param>
/// <param name="Spikes">The recording of the same scene, with the same words in braces: <c>rig/{clip}/spikes.dat</c>; .dat, .npz, .npy or HDF5.</param>
/// <param name="FramesPerSecond">How fast pictures were taken; for the manifest.</param>
/// <param name="Optional">Skips the recipe with one message while the recordings, or a file that a stage names, are absent, where it would be an error otherwise.</param>
[Stage("read-recording")]
public sealed record ReadRecording(
    [property: NotInKey] SourcePattern Pictures,
    [property: NotInKey] SourcePattern Spikes,
    [Range(0.001, 10_000_000, Unit = "frames per second")] double? FramesPerSecond = null,
    [property: NotInKey] bool Optional = false) : IClipSource
{
    public string Pattern => Pictures.Text;

    /// <exception cref="SpikeDataException">There are no pictures (SPIKE401), or no spikes beside them (SPIKE611).</exception>
    public IReadOnlyList<ClipSource> Apply(Workspace input)
    {
        IReadOnlyList<ClipSource> pictures = new Decode(Pictures, Optional: Optional).Apply(input);
        return [.. pictures.Select(clip => clip with { Files = [.. clip.Files, .. SpikesOf(clip, input)] })];
    }

    /// <exception cref="SpikeDataException">A picture cannot be read (SPIKE441 to SPIKE445).</exception>
    public Clip Open(ClipSource source, Workspace workspace)
    {
        if (source.Problem is { } problem) throw problem;
        ClipSource pictures = source with { Files = [.. source.Files.Where(MediaFiles.IsPicture)] };
        Clip clip = PictureClip.Open(pictures, workspace, FramesPerSecond);
        return new(workspace, source, clip.Size, clip.Frames) { Count = clip.Count, FramesPerSecond = FramesPerSecond, Facts = clip.Facts };
    }

    /// <summary>The recording and, where there is one, the file beside it that says what it is.</summary>
    IEnumerable<string> SpikesOf(ClipSource clip, Workspace workspace)
    {
        string path = workspace.Resolve(ClipFiles.Of(Spikes.Text, clip));
        if (!File.Exists(path)) throw Errors.NoSpikeFile(path, clip.Title);
        yield return path;
        if (File.Exists(Sidecar.PathOf(path))) yield return Sidecar.PathOf(path);
    }
}
