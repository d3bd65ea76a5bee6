namespace SpikeData.Imaging;

/// <summary>How many hundredths of blue, green and red each of the four pixels of a mosaic's block sees, packed into one number each.</summary>
public readonly record struct ColorWeights(int UpperLeft, int UpperRight, int LowerLeft, int LowerRight)
{
    const int Blue = 100, Green = 100 << 8, Red = 100 << 16;
    const int Gray = 11 | 59 << 8 | 30 << 16;

    public static ColorWeights Of(ColorFilter filter) => filter switch
    {
        ColorFilter.Gray => new(Gray, Gray, Gray, Gray),
        ColorFilter.Rggb => new(Red, Green, Green, Blue),
        ColorFilter.Grbg => new(Green, Red, Blue, Green),
        ColorFilter.Gbrg => new(Green, Blue, Red, Green),
        ColorFilter.Bggr => new(Blue, Green, Green, Red),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };
}
