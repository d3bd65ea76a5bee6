using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What compares the images of a network with those of its teacher, as one number.</summary>
public interface IPerception
{
    /// <param name="directory">The folder that files in the recipe are relative to.</param>
    internal Func<Tensor, Tensor, Tensor> Create(Device device, string directory);
}
