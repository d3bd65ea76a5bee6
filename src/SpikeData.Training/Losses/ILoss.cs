using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>
/// What compares the images of a network with those it should give, as one number to make small. Its variants are the losses there are.
/// </summary>
public interface ILoss
{
    /// <summary>Makes it ready: a function of what was made and what was expected, both [N, C, H, W], that gives one number.</summary>
    /// <param name="directory">The folder that files in the recipe are relative to.</param>
    Func<Tensor, Tensor, Tensor> Create(Device device, string directory);
}
