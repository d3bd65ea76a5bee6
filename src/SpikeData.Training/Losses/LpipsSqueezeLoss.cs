using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>LPIPS by SqueezeNet, whose weights are part of the library.</summary>
[Variant("lpips-squeeze")]
public sealed record LpipsSqueezeLoss : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) => Lpips.Squeeze(device).Apply;
}
