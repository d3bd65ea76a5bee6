using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of absolute differences, rounded off near zero.</summary>
/// <param name="Roundness">Where the rounding begins.</param>
[Variant("charbonnier")]
public sealed record CharbonnierLoss([Range(0, 1)] double Roundness = 1e-3) : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) => (a, b) => Loss.Charbonnier(a, b, (float)Roundness);
}
