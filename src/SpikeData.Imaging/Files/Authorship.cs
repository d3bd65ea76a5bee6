namespace SpikeData.Imaging;

/// <summary>Who a file is by.</summary>
enum Authorship
{
    /// <summary>Somebody else, as far as is known.</summary>
    Unknown,

    /// <summary>This program, and somebody has changed it since.</summary>
    Changed,

    /// <summary>This program, as it wrote it.</summary>
    Ours,
}
