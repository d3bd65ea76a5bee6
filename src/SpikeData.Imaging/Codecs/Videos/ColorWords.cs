using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>How the colors of a video are read, in words.</summary>
static class ColorWords
{
    public static string Of(PixelLayout layout, VideoColors? colors, ColorTags tags)
    {
        if (tags.HighDynamicRange is { } hdr) return $"{hdr}, which is not read";
        if (layout.IsRgb || layout.HasPalette) return "red, green, blue as stored";
        if (colors is null) return string.Create(CultureInfo.InvariantCulture, $"a matrix that is not read (H.273 number {tags.Matrix})");
        string range = $"{Word(colors.Range)} range ({colors.RangeFrom})";
        return layout.IsGray ? $"gray, {range}" : $"{Word(colors.Matrix)} ({colors.MatrixFrom}), {range}";
    }

    /// <summary>As recipes write it.</summary>
    public static string Word(Enum choice) => choice.ToString().ToLowerInvariant();
}
