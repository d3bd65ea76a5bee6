using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Spikes that no light caused.</summary>
public abstract record SpikeNoise
{
    private protected SpikeNoise()
    {
    }

    /// <summary>Lays out the noise of a sensor in device memory.</summary>
    internal abstract NoiseSource Lay(Device device, SpikeLayout layout, SensorTile tile, PhiloxKey key);
}
