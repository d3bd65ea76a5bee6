namespace SpikeData.Imaging;

/// <summary>How a video's luma and chroma were made from red, green and blue.</summary>
public enum ColorMatrix
{
    /// <summary>ITU-R BT.601, of standard definition.</summary>
    Bt601,

    /// <summary>ITU-R BT.709, of high definition.</summary>
    Bt709,

    /// <summary>ITU-R BT.2020, non-constant luminance.</summary>
    Bt2020,

    /// <summary>SMPTE 240M, of early high definition.</summary>
    Smpte240m,

    /// <summary>The FCC's of 1953.</summary>
    Fcc,
}
