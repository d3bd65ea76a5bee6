using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Texture from playback: counts the spikes of each pixel in a window around the moment.</summary>
/// <param name="Window">How long the window is: 41 in Spike-Zoo, 9 for the short exposures of the SpikeReveal paper. At the ends of a recording it is shorter.</param>
[Variant("tfp")]
public sealed record Tfp([Range(1, 10_000, Unit = "ticks")] int Window = 41) : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => WindowReconstructor.Playback(device, recording, Window);
}
