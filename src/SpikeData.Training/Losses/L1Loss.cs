using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of absolute differences.</summary>
[Variant("l1")]
public sealed record L1Loss : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) => Loss.MeanAbsolute;
}
