using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Makes gray pictures of a spike recording, of one moment after another.</summary>
public abstract class Reconstructor : IDisposable
{
    /// <summary>The picture of a tick: [height, width] bytes. Ticks are asked for in rising order.</summary>
    /// <exception cref="SpikeDataException">SPIKE473: the recording has no such tick.</exception>
    public abstract byte[] At(long tick);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
