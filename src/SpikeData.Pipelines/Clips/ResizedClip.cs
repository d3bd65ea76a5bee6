using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip brought to another size.</summary>
static class ResizedClip
{
    public static Clip Of(Clip clip, FrameSize size)
    {
        SizeFit.Note(clip.Facts, clip.Size, size);
        return new(clip.Workspace, clip.Source, size, Frames(clip, size))
        {
            Factor = clip.Factor,
            Count = clip.Count,
            FramesPerSecond = clip.FramesPerSecond,
            Digits = clip.Digits,
            Facts = clip.Facts,
            BytesRead = clip.BytesRead,
        };
    }

    static IEnumerable<Frame> Frames(Clip clip, FrameSize size)
    {
        using var pool = new FramePool(clip.Workspace.Device, size.Height, size.Width, Decode.MostFramesOut);
        using var resizer = new FrameResizer(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, size.Height, size.Width);
        foreach (Frame frame in clip.Frames)
        {
            using (frame)
            {
                Frame resized = pool.Lease(clip.Workspace.Cancellation);
                resizer.Resize(frame, resized);
                yield return resized;
            }
        }
    }
}
