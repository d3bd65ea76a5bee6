namespace SpikeData.Imaging;

/// <summary>What becomes of a pixel's voltage when it fires.</summary>
public enum VoltageReset
{
    /// <summary>The threshold is taken off once, and what is left above it counts for the next ticks.</summary>
    Soft,

    /// <summary>What is left above the threshold stays, but no more than a threshold of it.</summary>
    Modulo,

    /// <summary>The voltage falls to 0; light above the threshold is lost.</summary>
    Hard,
}
