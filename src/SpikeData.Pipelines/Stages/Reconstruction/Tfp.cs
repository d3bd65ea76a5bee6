using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Texture from playback: counts the spikes of each pixel in a window around the moment.</summary>
/// <param name="Window">How long it is: 41 in Spike-Zoo, 9 for the SpikeReveal paper's short exposures; shorter at the ends of a recording.</param>
[Variant("tfp")]
public sealed record Tfp([Range(1, 10_000, Unit = "ticks")] int Window = 41) : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => WindowReconstructor.Playback(device, recording, Window);
}
