using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip kept as pictures in a folder.</summary>
static class PictureClip
{
    const int MostGapsNamed = 3;

    /// <summary>Opens it; the first picture is read for its size.</summary>
    public static Clip Open(ClipSource source, Workspace workspace, double? framesPerSecond)
    {
        (int height, int width) = PictureFile.Measure(source.Files[0]);
        return new(workspace, source, new(width, height), Frames(source.Files, workspace, height, width))
        {
            Facts = Facts(source.Files),
            Count = source.Files.Count,
            FramesPerSecond = framesPerSecond,
            BytesRead = Decode.BytesReadOf(height, width),
            Digits = Path.GetFileNameWithoutExtension(source.Files[0]).Length,
        };
    }

    /// <summary>A warning where numbers are missing among the names.</summary>
    static ClipFacts Facts(IReadOnlyList<string> files)
    {
        ClipFacts facts = new();
        IReadOnlyList<string> gaps = FrameOrder.Of(files).Gaps;
        if (gaps.Count == 0) return facts;
        string more = gaps.Count > MostGapsNamed ? $", and {Counted.Of(gaps.Count - MostGapsNamed, "more gap")}" : "";
        facts.Note("pictures", new()
        {
            ["gaps"] = gaps.Count,
            [ClipFacts.Warning] = $"frames are missing by their numbers: {string.Join(", ", gaps.Take(MostGapsNamed))}{more}. What moves jumps there",
        });
        return facts;
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
