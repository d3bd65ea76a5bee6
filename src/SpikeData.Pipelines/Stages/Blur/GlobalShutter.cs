using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>All rows see light at once.</summary>
[Variant("global")]
public sealed record GlobalShutter : IShutter
{
    public Shutter Open(int frames) => new(frames);
}
