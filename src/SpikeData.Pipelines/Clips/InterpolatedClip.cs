using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip with new frames in each gap, made up pair by pair as they are asked for.</summary>
static class InterpolatedClip
{
    /// <param name="clip">The frames to go between.</param>
    /// <param name="factor">How many times as many frames there are afterwards.</param>
    /// <param name="begin">Makes the interpolator of one pass over the clip.</param>
    public static Clip Of(Clip clip, int factor, Func<Device, IFrameInterpolator> begin) => new(
        clip.Workspace, clip.Source, clip.Size, factor == 1 ? clip.Frames : ReadAhead.Of(Frames(clip, factor, begin), Decode.FramesAheadOf(clip.Size.Height, clip.Size.Width)))
    {
        Factor = clip.Factor * factor,
        Count = clip.Count is { } count ? ((count - 1) * factor) + 1 : null,
        FramesPerSecond = clip.FramesPerSecond * factor,
        Digits = clip.Digits,
        Facts = clip.Facts,
    };

    static IEnumerable<Frame> Frames(Clip clip, int factor, Func<Device, IFrameInterpolator> begin)
    {
        using var pool = new FramePool(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, Decode.MostFramesOut);
        using IFrameInterpolator interpolator = begin(clip.Workspace.Device);
        Frame? left = null;
        try
        {
            foreach (Frame right in clip.Frames)
            {
                (Frame next, Frame kept) = FrameLease.Split(right);
                using Frame? before = left;
                left = kept;
                if (before is not null)
                {
                    interpolator.SetPair(before, kept);
                    for (int step = 1; step < factor; step++) yield return Between(interpolator, step, factor, pool.Lease(clip.Workspace.Cancellation));
                }

                yield return next;
            }
        }
        finally
        {
            left?.Dispose();
        }
    }

    static Frame Between(IFrameInterpolator interpolator, int step, int steps, Frame target)
    {
        try
        {
            interpolator.Between(step, steps, target);
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }
}
