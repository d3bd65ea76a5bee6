namespace SpikeData.Training;

/// <summary>What lies beyond the border of an image.</summary>
public enum Border
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The border pixel again and again.</summary>
    Repeat,

    /// <summary>The image in a mirror that stands on the border pixel, which is not doubled.</summary>
    Mirror,
}
