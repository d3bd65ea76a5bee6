namespace SpikeData.Imaging;

/// <summary>What the codes of a video mean: by its tags, by what a person says, or else by one rule.</summary>
/// <param name="Matrix">Between luma, chroma and red, green, blue.</param>
/// <param name="Range">Which codes are black and white.</param>
/// <param name="IsCenteredAcross">Whether chroma lies in the middle of its columns, not on the first.</param>
/// <param name="IsCenteredDown">Whether chroma lies in the middle of its rows.</param>
/// <param name="MatrixFrom">"stated" by the video, "given" by a person, or "assumed".</param>
/// <param name="RangeFrom">Likewise.</param>
sealed record VideoColors(ColorMatrix Matrix, ColorRange Range, bool IsCenteredAcross, bool IsCenteredDown, string MatrixFrom, string RangeFrom)
{
    const string Stated = "stated", Given = "given", Assumed = "assumed";

    /// <summary>Standard definition ends with the lines of PAL.</summary>
    const int MostLinesOfStandardDefinition = 576;

    const int NotStated = 2, Rgb = 0, Limited = 1, Full = 2;

    /// <summary>The meaning of frames; null where their matrix is none that is known here.</summary>
    /// <param name="tags">What the video says.</param>
    /// <param name="layout">How samples lie.</param>
    /// <param name="height">As stored, before turning.</param>
    /// <param name="matrix">What a person says.</param>
    /// <param name="range">What a person says.</param>
    public static VideoColors? Of(ColorTags tags, PixelLayout layout, int height, ColorMatrix? matrix, ColorRange? range)
    {
        ColorMatrix? stated = tags.Matrix switch
        {
            1 => ColorMatrix.Bt709,
            4 => ColorMatrix.Fcc,
            5 or 6 => ColorMatrix.Bt601,
            7 => ColorMatrix.Smpte240m,
            9 => ColorMatrix.Bt2020,
            _ => null,
        };
        bool silent = tags.Matrix == NotStated || (tags.Matrix == Rgb && layout.IsGray);
        if ((matrix ?? stated) is null && !silent && !layout.IsGray) return null;
        ColorMatrix assumed = height > MostLinesOfStandardDefinition ? ColorMatrix.Bt709 : ColorMatrix.Bt601;
        ColorRange? statedRange = layout.IsFullRange || tags.Range == Full ? ColorRange.Full : tags.Range == Limited ? ColorRange.Limited : null;
        return new(
            matrix ?? stated ?? assumed,
            range ?? statedRange ?? (layout.IsGray ? ColorRange.Full : ColorRange.Limited),
            // Left is what every standard but those of JPEG and MPEG-1 has, whose decoders say so.
            tags.ChromaPlace is 2 or 4 or 6,
            tags.ChromaPlace is 0 or 1 or 2,
            matrix is null ? stated is null ? Assumed : Stated : Given,
            range is null ? statedRange is null ? Assumed : Stated : Given);
    }
}
