using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Photons scatter, the read-out adds to that, and the sensor resolves so many levels.</summary>
/// <param name="ReadNoise">The standard deviation of the read-out.</param>
/// <param name="Photons">How many photons the brightest code stands for; their number scatters by its square root.</param>
/// <param name="Bits">How finely the sensor resolves; its levels are spread evenly over the codes.</param>
/// <param name="NoiseSeed">Another seed gives other noise.</param>
[Variant("camera")]
public sealed record CameraNoise(
    [Range(0, 128, Unit = "8-bit codes")] double ReadNoise = 1,
    [Range(100, 1_000_000_000, Unit = "photons")] int Photons = 10_000,
    [Range(1, 8, Unit = "bits")] int Bits = 8,
    [Range(0, int.MaxValue)] int NoiseSeed = 1) : IPictureNoise
{
    public PictureSensor? Begin(Clip clip, int height, int width) => new(
        clip.Workspace.Device, height, width, new(ReadNoise, Photons, Bits), PhiloxKey.Derive(NoiseSeed, clip.Split, clip.Name));
}
