using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A source of spikes that no light caused.</summary>
public interface ISpikeNoise
{
    /// <summary>The noise of a sensor, or nothing.</summary>
    SpikeNoise? Spikes { get; }
}
