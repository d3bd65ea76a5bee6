using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A function of images with parameters that can be trained, saved and loaded.</summary>
/// <param name="isTrained">Whether its parameters have gradients; false for a network that others are measured with.</param>
public abstract class Network(Device device, long seed, bool isTrained = true)
{
    public Device Device => device;

    public ParameterSet Parameters { get; } = new(device, seed, isTrained);
}
