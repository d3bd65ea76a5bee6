using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Texture from intervals: measures the ticks between the two spikes around the moment. Sharp, and coarse where it is bright.</summary>
/// <param name="Reach">How far a spike is searched before and after; a pixel without one counts as twice as many ticks.</param>
[Variant("tfi")]
public sealed record Tfi([Range(1, 10_000, Unit = "ticks")] int Reach = 20) : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => WindowReconstructor.Interval(device, recording, Reach);
}
