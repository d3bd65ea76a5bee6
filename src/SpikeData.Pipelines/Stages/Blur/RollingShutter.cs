using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Rows see light one after another from the top, each for equally long; the row in the middle sees the middle of the exposure.</summary>
/// <param name="Readout">How many frames later the lowest row begins than the highest.</param>
[Variant("rolling")]
public sealed record RollingShutter([Range(1, 1000, Unit = "frames")] int Readout = 48) : IShutter
{
    public Shutter Open(int frames) => new(frames, Readout);
}
