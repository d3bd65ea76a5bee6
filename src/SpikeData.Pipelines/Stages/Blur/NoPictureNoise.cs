using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Pictures are the light, rounded to 8 bits.</summary>
[Variant("none")]
public sealed record NoPictureNoise : IPictureNoise
{
    public PictureSensor? Begin(Clip clip, int height, int width) => null;
}
