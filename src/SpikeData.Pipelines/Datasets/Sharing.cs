namespace SpikeData.Pipelines;

/// <summary>How a file of a data set shares its bytes with the one in the store.</summary>
enum Sharing
{
    /// <summary>They are two names of one file: no room, and what is written through one is in both.</summary>
    HardLink,

    /// <summary>They are two files whose bytes are kept once until one is written to: no room.</summary>
    Reflink,

    /// <summary>They are two files: all the room again.</summary>
    Copy,
}
