using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Rain;

/// <summary>Lets it rain on a clip: bright streaks, one pixel wide, that fall from frame to frame.</summary>
/// <param name="Streaks">How many of a thousand places a streak may take are taken.</param>
/// <param name="Length">How long a streak is.</param>
/// <param name="Speed">How far it falls from one frame to the next.</param>
/// <param name="Brightness">How much of what separates a pixel from white a streak adds: 1 is white.</param>
/// <param name="Seed">Another seed gives other streaks.</param>
[Stage("rain")]
public sealed record Rain(
    [Range(0, 1000, Unit = "per thousand")] int Streaks = 20,
    [Range(1, 1000, Unit = "pixels")] int Length = 12,
    [Range(0, 1000, Unit = "pixels per frame")] int Speed = 8,
    [Range(0, 1)] double Brightness = 0.5,
    [Range(0, int.MaxValue)] int Seed = 1) : IStage<Clip, Clip>
{
    // More than are ever under way between this stage and the last one.
    const int FramesOut = 8;

    public Clip Apply(Clip input) => input.With(Frames(input));

    IEnumerable<Frame> Frames(Clip clip)
    {
        Device device = clip.Workspace.Device;
        // The draws depend on what the clip is called and on nothing else: it gets the same rain on every machine, alone or among others.
        PhiloxKey key = PhiloxKey.Derive(Seed, "rain", clip.Split, clip.Name);
        int brightness = (int)Math.Round(Brightness * LetRain.Full);
        using FramePool pool = new(device, clip.Size.Height, clip.Size.Width, FramesOut);
        int fallen = 0;
        foreach (Frame dry in clip.Frames)
        {
            using (dry)
            {
                Frame wet = pool.Lease(clip.Workspace.Cancellation);
                LetRain rain = new(dry.Pixels.View, wet.Pixels.View, clip.Size.Width * 3, fallen, Length, Streaks, brightness, key);
                device.Run(in rain, clip.Size.Height, clip.Size.Width * 3);
                yield return wet;
            }

            fallen += Speed;
        }
    }
}
