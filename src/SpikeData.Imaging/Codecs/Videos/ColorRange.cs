namespace SpikeData.Imaging;

/// <summary>Which codes of a video stand for black and white.</summary>
public enum ColorRange
{
    /// <summary>16 and 235, of 8 bits.</summary>
    Limited,

    /// <summary>0 and 255.</summary>
    Full,
}
