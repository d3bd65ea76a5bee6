namespace SpikeData.Imaging;

/// <summary>What color of light reaches the pixels of a spike camera.</summary>
public enum ColorFilter
{
    /// <summary>Every pixel sees gray: 11 % blue, 59 % green, 30 % red.</summary>
    Gray,

    /// <summary>A Bayer mosaic that begins with red, green in its first row and green, blue in its second.</summary>
    Rggb,

    /// <summary>A Bayer mosaic that begins with green, red and blue, green.</summary>
    Grbg,

    /// <summary>A Bayer mosaic that begins with green, blue and red, green.</summary>
    Gbrg,

    /// <summary>A Bayer mosaic that begins with blue, green and green, red.</summary>
    Bggr,
}
