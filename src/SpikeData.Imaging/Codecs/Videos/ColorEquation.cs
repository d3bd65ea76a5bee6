namespace SpikeData.Imaging;

/// <summary>Luma and chroma to red, green and blue in whole numbers: (luma Y + chroma C + offset) / 2^20.</summary>
/// <param name="Luma">What luma counts, in all three.</param>
/// <param name="RedOfV">What a 64th of V counts in red.</param>
/// <param name="GreenOfU">What a 64th of U counts in green.</param>
/// <param name="GreenOfV">What a 64th of V counts in green.</param>
/// <param name="BlueOfU">What a 64th of U counts in blue.</param>
/// <param name="Red">The offset of red, a half for rounding included.</param>
/// <param name="Green">The offset of green.</param>
/// <param name="Blue">The offset of blue.</param>
readonly record struct ColorEquation(int Luma, int RedOfV, int GreenOfU, int GreenOfV, int BlueOfU, int Red, int Green, int Blue)
{
    /// <summary>Results are in units of 2^-20.</summary>
    public const int Shift = 20;

    /// <summary>Chroma comes in 64ths: eighths down times eighths across, as it lies between samples.</summary>
    public const int ChromaParts = 64;

    const long Whole = 10_000;

    /// <summary>The equation of a matrix and a range (ITU-T H.273, 8.3), each number rounded once.</summary>
    public static ColorEquation Of(ColorMatrix matrix, ColorRange range, int depth)
    {
        (long red, long blue) = matrix switch
        {
            ColorMatrix.Bt601 => (2990L, 1140L),
            ColorMatrix.Bt709 => (2126, 722),
            ColorMatrix.Bt2020 => (2627, 593),
            ColorMatrix.Smpte240m => (2120, 870),
            _ => (3000, 1100),
        };
        long green = Whole - red - blue, unit = 255L << Shift, codes = (1L << depth) - 1;
        bool full = range == ColorRange.Full;
        long black = full ? 0 : 16L << (depth - 8), lumaSpan = full ? codes : 219L << (depth - 8);
        long chromaSpan = Whole * ChromaParts * (full ? codes : 224L << (depth - 8));
        int luma = Rounded(unit, lumaSpan);
        int redOfV = Rounded(2 * (Whole - red) * unit, chromaSpan), blueOfU = Rounded(2 * (Whole - blue) * unit, chromaSpan);
        int greenOfU = -Rounded(2 * blue * (Whole - blue) * unit, green * chromaSpan), greenOfV = -Rounded(2 * red * (Whole - red) * unit, green * chromaSpan);
        int half = (1 << (Shift - 1)) - (int)(luma * black), middle = ChromaParts << (depth - 1);
        return new(
            luma, redOfV, greenOfU, greenOfV, blueOfU, half - (redOfV * middle), half - ((greenOfU + greenOfV) * middle), half - (blueOfU * middle));
    }

    static int Rounded(long numerator, long denominator) => (int)((numerator + (denominator / 2)) / denominator);
}
