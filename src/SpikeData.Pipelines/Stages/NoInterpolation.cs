namespace SpikeData.Pipelines;

/// <summary>Makes up nothing: with a factor above 1, the source already holds the frames between.</summary>
[Variant("none")]
public sealed record NoInterpolation : IInterpolation
{
    public Clip Interpolate(Clip clip, int factor) => new(clip.Workspace, clip.Source, clip.Size, clip.Frames)
    {
        Factor = clip.Factor * factor,
        Count = clip.Count,
        FramesPerSecond = clip.FramesPerSecond,
        Digits = clip.Digits,
        Facts = clip.Facts,
    };
}
