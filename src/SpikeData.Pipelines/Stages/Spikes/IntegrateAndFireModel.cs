using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A pixel that adds up gray values from 0 to 1 and fires when the sum reaches the threshold.</summary>
/// <param name="Threshold">Ticks of full light to a spike, at a gain of 1.</param>
/// <param name="Gain">What a tick of full light adds.</param>
/// <param name="Reset">What becomes of the sum when the pixel fires: soft takes the threshold off, modulo each one in it, hard empties it.</param>
[Variant("integrate-and-fire")]
public sealed record IntegrateAndFireModel(
    [Range(1.0 / 4096, 4096)] double Threshold = 2,
    [Range(1.0 / 4096, 4096)] double Gain = 1,
    VoltageReset Reset = VoltageReset.Soft) : ISpikeModel
{
    public SpikeModel Sensor => new(Gain, Threshold) { Reset = Reset, InitialVoltage = Threshold };
}
