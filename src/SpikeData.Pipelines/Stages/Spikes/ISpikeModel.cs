using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A sensor that turns light into spikes.</summary>
public interface ISpikeModel
{
    /// <summary>What a pixel of the sensor does with light.</summary>
    SpikeModel Sensor { get; }
}
