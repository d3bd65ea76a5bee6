namespace SpikeData.Imaging;

/// <summary>What a packet of a video gives.</summary>
enum PacketRole
{
    /// <summary>A frame, or the first field of one.</summary>
    Frame,

    /// <summary>The other field of the frame before it.</summary>
    SecondField,

    /// <summary>Nothing that is shown: others build on it, or the frame before is shown again.</summary>
    Hidden,

    /// <summary>A frame that builds on others before the beginning, and is left out.</summary>
    Leading,
}
