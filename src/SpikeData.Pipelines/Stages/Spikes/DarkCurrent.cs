using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Pixels fire in the dark, each at a rate of its own.</summary>
/// <param name="Mean">What a pixel sees in the dark.</param>
/// <param name="Deviation">How much that differs from pixel to pixel.</param>
[Variant("dark-current")]
public sealed record DarkCurrent(
    [Range(0, 0.2, Unit = "full light")] double Mean = 0.00468,
    [Range(0, 0.2, Unit = "full light")] double Deviation = 0.00182) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { DarkCurrent = Mean, DarkPattern = Deviation };
}
