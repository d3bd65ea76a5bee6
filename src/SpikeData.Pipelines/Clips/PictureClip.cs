using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip kept as pictures in a folder.</summary>
static class PictureClip
{
    /// <summary>Opens it; the first picture is read for its size.</summary>
    public static Clip Open(ClipSource source, Workspace workspace, double? framesPerSecond)
    {
        (int height, int width) = PictureFile.Measure(source.Files[0]);
        return new(workspace, source, new(width, height), Frames(source.Files, workspace, height, width))
        {
            Count = source.Files.Count,
            FramesPerSecond = framesPerSecond,
            BytesRead = Decode.BytesReadOf(height, width),
            Digits = Path.GetFileNameWithoutExtension(source.Files[0]).Length,
        };
    }

    static IEnumerable<Frame> Frames(IReadOnlyList<string> files, Workspace workspace, int height, int width)
    {
        using var pool = new FramePool(workspace.Device, height, width, Decode.MostFramesOut);
        IEnumerable<Frame> frames = ReadTogether.Of(
            files.Count,
            () => pool.Lease(workspace.Cancellation),
            (index, frame) => FrameUpload.Into(frame, workspace.Device, bgr => Read(files[index], bgr, height, width)),
            Decode.FramesAheadOf(height, width));
        foreach (Frame frame in frames) yield return frame;
    }

    static bool Read(string file, Span<byte> bgr, int height, int width)
    {
        PictureFile.Read(file, bgr, height, width);
        return true;
    }
}
