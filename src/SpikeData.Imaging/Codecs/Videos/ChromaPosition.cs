namespace SpikeData.Imaging;

/// <summary>Which two chroma samples lie about a luma sample, along rows or columns, and how near each is.</summary>
/// <param name="Subsampling">The binary logarithm of how many luma samples share a chroma sample.</param>
/// <param name="IsCentered">Whether a chroma sample lies in the middle of its luma samples; else on the first of them.</param>
readonly record struct ChromaPosition(int Subsampling, bool IsCentered)
{
    /// <summary>Places are counted in eighths.</summary>
    public const int Parts = 8;

    /// <summary>The sample before, which may be -1, and how many eighths of the way to the next.</summary>
    public (int Before, int Eighths) Of(int luma)
    {
        // Eighths of the distance between chroma samples: 8 / 2^s for each luma sample; the middle of 2^s samples is half of all but one.
        int step = Parts >> Subsampling, shift = IsCentered ? (Parts - step) / 2 : 0;
        int place = (luma * step) - shift;
        return (place >> 3, place & 7);
    }
}
