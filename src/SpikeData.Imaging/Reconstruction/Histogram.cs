namespace SpikeData.Imaging;

/// <summary>The contrast of gray pictures.</summary>
public static class Histogram
{
    /// <summary>Spreads numbers evenly from the darkest, 0, to the brightest, 255, rounded down; a picture without contrast becomes black.</summary>
    public static byte[] Stretch(ReadOnlySpan<float> picture)
    {
        (float darkest, float brightest) = (float.MaxValue, float.MinValue);
        foreach (float value in picture) (darkest, brightest) = (Math.Min(darkest, value), Math.Max(brightest, value));
        byte[] gray = new byte[picture.Length];
        if (!(brightest > darkest)) return gray;
        for (int pixel = 0; pixel < gray.Length; pixel++) gray[pixel] = (byte)((picture[pixel] - darkest) / (brightest - darkest) * 255);
        return gray;
    }

    /// <summary>Makes every gray level about equally frequent, the darkest one black; a picture of one gray stays as it is.</summary>
    public static byte[] Equalize(ReadOnlySpan<byte> picture)
    {
        int[] counts = new int[256];
        foreach (byte gray in picture) counts[gray]++;
        int darkest = Array.FindIndex(counts, count => count > 0);
        if (darkest < 0 || counts[darkest] == picture.Length) return picture.ToArray();
        float scale = 255f / (picture.Length - counts[darkest]);
        byte[] levels = new byte[256], equalized = new byte[picture.Length];
        for (int level = darkest + 1, sum = 0; level < 256; level++) levels[level] = (byte)MathF.Round((sum += counts[level]) * scale);
        for (int pixel = 0; pixel < equalized.Length; pixel++) equalized[pixel] = levels[picture[pixel]];
        return equalized;
    }
}
