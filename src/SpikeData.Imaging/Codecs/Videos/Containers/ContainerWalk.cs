namespace SpikeData.Imaging;

/// <summary>A walk over the parts of a container, and what was seen on it.</summary>
/// <param name="length">Of the file, in bytes.</param>
sealed class ContainerWalk(long length)
{
    /// <summary>Of the file, in bytes.</summary>
    public long Length { get; } = length;

    /// <summary>Where the part begins that is looked at.</summary>
    public long At { get; set; }

    /// <summary>Bytes from there to the end of the file.</summary>
    public long Left => Length - At;

    /// <summary>Whether what was seen so far says where the file ends.</summary>
    public bool StatesEnd { get; set; }

    /// <summary>How it was seen that the file ends too early.</summary>
    public string? Fault { get; set; }

    /// <summary>A number that a kind keeps from part to part.</summary>
    public long Remembered { get; set; }
}
