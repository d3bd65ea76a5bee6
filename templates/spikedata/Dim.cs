using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeDataProject;

/// <summary>Takes some of the light away. A stage of your own: its parameters are keys in datasets.yaml, checked when you build.</summary>
/// <param name="By">The share that is taken away: 0 changes nothing, 1 is night.</param>
[Stage("dim")]
public sealed record Dim([Range(0, 1)] double By = 0.5) : IStage<Clip, Clip>
{
    public Clip Apply(Clip input) => input.With(Frames(input));

    IEnumerable<Frame> Frames(Clip clip)
    {
        // A few frames are under way at any time; the pool's memory is used again and again.
        using FramePool pool = new(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, 8);
        int width = clip.Size.Width * 3;
        foreach (Frame bright in clip.Frames)
        {
            using (bright)
            {
                Frame dimmed = pool.Lease(clip.Workspace.Cancellation);
                TakeLight kernel = new(bright.Pixels.View, dimmed.Pixels.View, width, 256 - (int)Math.Round(256 * By));
                clip.Workspace.Device.Run(in kernel, clip.Size.Height, width);
                yield return dimmed;
            }
        }
    }
}
