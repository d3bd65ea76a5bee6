namespace SpikeData.Imaging;

/// <summary>The 256 colors of a GIF file.</summary>
static class GifPalette
{
    const int Blues = 6, Greens = 7, Reds = 6;

    // The threshold matrix of Bayer's ordered dither, in 64ths of a step.
    static readonly byte[] Order =
    [
        0, 32, 8, 40, 2, 34, 10, 42, 48, 16, 56, 24, 50, 18, 58, 26, 12, 44, 4, 36, 14, 46, 6, 38, 60, 28, 52, 20, 62, 30, 54, 22,
        3, 35, 11, 43, 1, 33, 9, 41, 51, 19, 59, 27, 49, 17, 57, 25, 15, 47, 7, 39, 13, 45, 5, 37, 63, 31, 55, 23, 61, 29, 53, 21,
    ];

    /// <summary>Red, green and blue of every color.</summary>
    public static byte[] Colors(bool gray)
    {
        byte[] colors = new byte[3 * 256];
        for (int color = 0; color < 256; color++)
        {
            (int red, int rest) = Math.DivRem(color, Greens * Blues);
            (int green, int blue) = Math.DivRem(rest, Blues);
            (colors[3 * color], colors[(3 * color) + 1], colors[(3 * color) + 2]) = gray
                ? ((byte)color, (byte)color, (byte)color)
                : (Level(red, Reds), Level(green, Greens), Level(blue, Blues));
        }

        return colors;
    }

    /// <summary>The color of each pixel: of the two steps on either side of a code the one that the pixel's place asks for.</summary>
    public static void Dither(ReadOnlySpan<byte> bgr, Span<byte> colors, int width)
    {
        for (int pixel = 0; pixel < colors.Length; pixel++)
        {
            (int y, int x) = Math.DivRem(pixel, width);
            int order = (2 * Order[((y & 7) << 3) + (x & 7)]) + 1;
            int blue = Step(bgr[3 * pixel], Blues, order), green = Step(bgr[(3 * pixel) + 1], Greens, order);
            int red = Step(bgr[(3 * pixel) + 2], Reds, order);
            colors[pixel] = (byte)((((red * Greens) + green) * Blues) + blue);
        }
    }

    static int Step(int code, int steps, int order) => ((code * (steps - 1) * 128) + (order * 255)) / (255 * 128);

    static byte Level(int step, int steps) => (byte)Math.Min(255, step * 255 / (steps - 1));
}
