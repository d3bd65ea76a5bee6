using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Differential of spike firing time: the interval the moment lies in, or the mean of it and its neighbors.</summary>
/// <param name="Preceding">Whether the interval before it is taken too.</param>
/// <param name="Following">Whether the interval after it is taken too.</param>
/// <param name="Reach">How many ticks are looked at before and after; an interval that goes on beyond counts as ending there.</param>
[Variant("dsft")]
public sealed record Dsft(
    bool Preceding = false,
    bool Following = false,
    [Range(1, 1000, Unit = "ticks")] int Reach = 60) : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) =>
        WindowReconstructor.FiringTimes(device, recording, Reach, Preceding, Following);
}
