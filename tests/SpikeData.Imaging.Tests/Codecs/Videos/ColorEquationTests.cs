namespace SpikeData.Imaging.Tests;

public sealed class ColorEquationTests
{
    /// <summary>Every code of a coarse grid, against the equations of ITU-T H.273 in 64-bit floats.</summary>
    [Theory]
    [InlineData(ColorMatrix.Bt601, ColorRange.Limited, 8, 0.299, 0.114)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited, 8, 0.2126, 0.0722)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Full, 8, 0.2126, 0.0722)]
    [InlineData(ColorMatrix.Bt2020, ColorRange.Limited, 10, 0.2627, 0.0593)]
    [InlineData(ColorMatrix.Smpte240m, ColorRange.Limited, 12, 0.212, 0.087)]
    [InlineData(ColorMatrix.Fcc, ColorRange.Full, 10, 0.3, 0.11)]
    public void Row_IsTheRoundedResultOfTheEquations(ColorMatrix matrix, ColorRange range, int depth, double red, double blue)
    {
        const int width = 21;
        ConvertRow convert = new(ColorEquation.Of(matrix, range, depth), new(0, false));
        int most = (1 << depth) - 1, scale = 1 << (depth - 8);
        (double black, double span, double colors) = range == ColorRange.Full ? (0, most, most) : (16.0 * scale, 219.0 * scale, 224.0 * scale);
        ushort[] luma = new ushort[ConvertRow.LumaRoom(width)];
        int[] us = new int[ConvertRow.Room(width)], vs = new int[ConvertRow.Room(width)];
        byte[] bgr = new byte[ConvertRow.ByteRoom(width)];
        int exact = 0, all = 0;
        for (int u = 0; u <= most; u += 37 * scale)
        {
            for (int v = 0; v <= most; v += 41 * scale)
            {
                for (int x = 0; x < width; x++) (luma[x], us[x + 1], vs[x + 1]) = ((ushort)(x * most / (width - 1)), 8 * u, 8 * v);
                convert.Execute(luma, us, vs, bgr, width);
                for (int x = 0; x < width; x++)
                {
                    double y = (luma[x] - black) / span, cb = (u - (128 * scale)) / colors, cr = (v - (128 * scale)) / colors;
                    double r = y + (2 * (1 - red) * cr), b = y + (2 * (1 - blue) * cb), g = (y - (red * r) - (blue * b)) / (1 - red - blue);
                    foreach ((double expected, int channel) in (ReadOnlySpan<(double, int)>)[(b, 0), (g, 1), (r, 2)])
                    {
                        double level = Math.Clamp(255 * expected, 0, 255);
                        // At a half either neighbor is right; otherwise the nearest level is.
                        Assert.InRange(bgr[(3 * x) + channel], level - 0.55, level + 0.55);
                        all++;
                        if (bgr[(3 * x) + channel] == Math.Round(level)) exact++;
                    }
                }
            }
        }

        Assert.True(exact > 0.99 * all, $"{exact} of {all}");
    }

    /// <summary>By hand, after figure 6-1 of H.264: left of two columns, chroma lies on the first; in the middle, a quarter to either side.</summary>
    [Theory]
    [InlineData(1, false, new[] { 0, 0, 0, 4, 1, 0, 1, 4 })]
    [InlineData(1, true, new[] { -1, 6, 0, 2, 0, 6, 1, 2 })]
    [InlineData(2, false, new[] { 0, 0, 0, 2, 0, 4, 0, 6 })]
    [InlineData(0, false, new[] { 0, 0, 1, 0, 2, 0, 3, 0 })]
    public void ChromaPosition_IsInEighths(int subsampling, bool isCentered, int[] expected)
    {
        ChromaPosition position = new(subsampling, isCentered);
        Assert.Equal(expected, Enumerable.Range(0, 4).SelectMany(luma => new[] { position.Of(luma).Before, position.Of(luma).Eighths }));
    }
}
