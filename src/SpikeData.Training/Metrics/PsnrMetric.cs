using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The peak signal-to-noise ratio in decibels; more is better.</summary>
/// <param name="Protocol">How images are compared: as usual, or as the published evaluation of S-SDM does it.</param>
[Variant("psnr")]
public sealed record PsnrMetric(Protocol Protocol = Protocol.Standard) : IMetric
{
    public string Title => Protocol == Protocol.Standard ? "PSNR" : "PSNR s-sdm";

    public string Format => "0.00";

    public Meter Open(Device device, string directory)
    {
        Comparison comparison = new(device, Protocol);
        return new(comparison.Psnr, comparison);
    }
}
