using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The mean of absolute differences.</summary>
[Variant("l1")]
public sealed record L1Loss : IPerception
{
    Func<Tensor, Tensor, Tensor> IPerception.Create(Device device, string directory) => Loss.MeanAbsolute;
}
