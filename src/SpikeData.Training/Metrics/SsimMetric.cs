using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The structural similarity; 1 is equal.</summary>
/// <param name="Protocol">How images are compared: as usual, or as the published evaluation of S-SDM does it.</param>
[Variant("ssim")]
public sealed record SsimMetric(Protocol Protocol = Protocol.Standard) : IMetric
{
    public string Title => Protocol == Protocol.Standard ? "SSIM" : "SSIM s-sdm";

    public Meter Open(Device device, string directory)
    {
        Comparison comparison = new(device, Protocol);
        return new(comparison.Ssim, comparison);
    }
}
