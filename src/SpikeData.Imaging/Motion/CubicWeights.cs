using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>How much each of the four pixels around a place counts in cubic convolution, in units of 2^-11; they add up to 1.</summary>
/// <remarks>With 11 bits on each axis, the sum over 4x4 bytes still fits a signed word: 255 x 2^22 x (5/4)^2.</remarks>
readonly struct CubicWeights<TLane>
    where TLane : struct, IIntLane<TLane>
{
    /// <param name="place">In 1/32 pixel.</param>
    public CubicWeights(TLane place)
    {
        // With f from 0 to 31, in units of 2^-16: -f^3 + 64 f^2 - 1024 f, then 1024 f + 128 f^2 - 3 f^3, then f^3 - 32 f^2.
        TLane f = place & TLane.Splat(Displacement.Pixel - 1), square = f * f, cube = square * f;
        First = Rounded((square << 6) - cube - (f << 10));
        Third = Rounded((f << 10) + (square << 7) - cube * TLane.Splat(3));
        Fourth = Rounded(cube - (square << 5));
        Second = TLane.Splat(1 << 11) - First - Third - Fourth;
    }

    public TLane First { get; }

    public TLane Second { get; }

    public TLane Third { get; }

    public TLane Fourth { get; }

    static TLane Rounded(TLane weight) => (weight + TLane.Splat(16)) >> 5;
}
