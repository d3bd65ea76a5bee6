using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of squared differences.</summary>
[Variant("mse")]
public sealed record MseLoss : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) => Loss.MeanSquared;
}
