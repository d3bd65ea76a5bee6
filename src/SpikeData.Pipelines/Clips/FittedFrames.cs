using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The frames of a video, each brought to one size.</summary>
sealed class FittedFrames(VideoReader video, FrameSize size, Workspace workspace) : IDisposable
{
    readonly FramePool fitted = new(workspace.Device, size.Height, size.Width, Decode.MostFramesOut);
    FrameSize stored;
    FramePool? unfitted;
    FrameResizer? resizer;

    /// <summary>The frame that the video is at.</summary>
    public Frame Current()
    {
        if ((video.Height, video.Width) == (size.Height, size.Width)) return Filled(fitted.Lease(workspace.Cancellation));
        FitTo(new(video.Width, video.Height));
        using Frame frame = Filled(unfitted!.Lease(workspace.Cancellation));
        Frame target = fitted.Lease(workspace.Cancellation);
        resizer!.Resize(frame, target);
        return target;
    }

    public void Dispose()
    {
        fitted.Dispose();
        unfitted?.Dispose();
        resizer?.Dispose();
    }

    /// <summary>A video may change its size on the way.</summary>
    void FitTo(FrameSize now)
    {
        if (resizer is not null && now == stored) return;
        unfitted?.Dispose();
        resizer?.Dispose();
        stored = now;
        unfitted = new(workspace.Device, now.Height, now.Width, Decode.MostFramesOut);
        resizer = new(workspace.Device, now.Height, now.Width, size.Height, size.Width);
    }

    Frame Filled(Frame frame)
    {
        try
        {
            FrameUpload.Into(frame, workspace.Device, Read);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }

        bool Read(Span<byte> bgr)
        {
            video.Current(bgr);
            return true;
        }
    }
}
