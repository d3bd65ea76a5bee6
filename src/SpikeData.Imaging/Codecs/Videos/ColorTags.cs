namespace SpikeData.Imaging;

/// <summary>What a stream or a frame says of its colors, in the numbers of ITU-T H.273; 2 is "not stated", of the range 0.</summary>
/// <param name="Matrix">How luma and chroma were made from red, green and blue.</param>
/// <param name="Range">1 limited (16 to 235), 2 full (0 to 255).</param>
/// <param name="Transfer">How codes were made from light.</param>
/// <param name="ChromaPlace">Where chroma lies between luma samples: 1 left, 2 center, 3 top left, 4 top, 5 bottom left, 6 bottom; 0 is "not stated".</param>
readonly record struct ColorTags(int Matrix, int Range, int Transfer, int ChromaPlace)
{
    const int Pq = 16, Hlg = 18;

    /// <summary>The name of a way to code high dynamic range, or null.</summary>
    public string? HighDynamicRange => Transfer switch { Pq => "PQ (SMPTE ST 2084)", Hlg => "HLG (ARIB STD-B67)", _ => null };
}
