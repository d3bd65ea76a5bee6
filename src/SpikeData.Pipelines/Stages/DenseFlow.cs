using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Moves pixels along the optical flow between the two frames, blending where both see the same point.</summary>
[Variant("dense-flow")]
public sealed record DenseFlow : IInterpolation
{
    public Clip Interpolate(Clip clip, int factor) => InterpolatedClip.Of(clip, factor, device => new DenseFlowInterpolator(device, clip.Size.Height, clip.Size.Width));
}
