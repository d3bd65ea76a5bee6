using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A function of images with parameters that can be trained, saved and loaded.</summary>
public abstract class Network(Device device, long seed)
{
    public Device Device => device;

    public ParameterSet Parameters { get; } = new(device, seed);
}
