using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip kept as a video file.</summary>
static class VideoClip
{
    /// <summary>Opens it to learn size, length and speed; it is opened again whenever its frames are asked for.</summary>
    public static Clip Open(ClipSource source, Workspace workspace, FrameRange range, double? framesPerSecond)
    {
        using var video = new VideoReader(source.Files[0]);
        return new(workspace, source, new(video.Width, video.Height), ReadAhead.Of(Frames(source, workspace, range), Decode.FramesAheadOf(video.Height, video.Width)))
        {
            BytesRead = Decode.BytesReadOf(video.Height, video.Width),
            Count = range.Last is { } last ? last - range.First + 1 : video.Count - range.First,
            FramesPerSecond = framesPerSecond ?? (video.FramesPerSecond > 0 ? video.FramesPerSecond : null),
        };
    }

    /// <exception cref="SpikeDataException">The video ends before the range does (SPIKE412).</exception>
    static IEnumerable<Frame> Frames(ClipSource source, Workspace workspace, FrameRange range)
    {
        using var video = new VideoReader(source.Files[0]);
        using var pool = new FramePool(workspace.Device, video.Height, video.Width, Decode.MostFramesOut);
        int skipped = video.Skip(range.First);
        for (int index = skipped; index == skipped || range.Contains(index); index++)
        {
            Frame frame = pool.Lease(workspace.Cancellation);
            if (skipped == range.First && FrameUpload.Into(frame, workspace.Device, video.TryRead))
            {
                yield return frame;
                continue;
            }

            frame.Dispose();
            if (index <= range.First || range.Last is not null) throw Errors.EndsEarly(source, index, range);
            yield break;
        }
    }
}
