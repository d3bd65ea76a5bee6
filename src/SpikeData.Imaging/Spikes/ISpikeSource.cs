using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Ticks of a spike camera that can be read: a stream in memory, or a recording in a file that may be larger.</summary>
public interface ISpikeSource
{
    SpikeLayout Layout { get; }

    /// <summary>How many whole ticks there are.</summary>
    long Ticks { get; }

    /// <summary>Reads neighboring ticks into memory.</summary>
    /// <exception cref="SpikeDataException">SPIKE473: there are no such ticks, or too many for memory.</exception>
    SpikeStream Read(long first, int ticks);
}
