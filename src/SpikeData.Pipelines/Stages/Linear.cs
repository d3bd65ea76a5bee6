using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Blends the two frames, which leaves double images of what moves; quick, and a baseline for the others.</summary>
[Variant("linear")]
public sealed record Linear : IInterpolation
{
    public Clip Interpolate(Clip clip, int factor) => InterpolatedClip.Of(clip, factor, device => new LinearInterpolator(device));
}
