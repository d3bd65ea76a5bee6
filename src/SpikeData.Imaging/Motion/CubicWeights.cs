using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>How much each of the four pixels around a place counts in cubic convolution; the weights add up to 1.</summary>
readonly struct CubicWeights<TLane>(TLane first, TLane second, TLane third, TLane fourth)
    where TLane : struct, IIntLane<TLane>
{


    public TLane First => first;

    public TLane Second => second;

    public TLane Third => third;

    public TLane Fourth => fourth;

    /// <param name="place">In 1/32 pixel.</param>
    /// <param name="bits">How many bits the weights have behind the binary point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CubicWeights<TLane> At(TLane place, int bits)
    {
        // With f from 0 to 31, in units of 2^-16: -f^3 + 64 f^2 - 1024 f, then 1024 f + 128 f^2 - 3 f^3, then f^3 - 32 f^2.
        TLane f = place & TLane.Splat(Displacement.Pixel - 1), square = f * f, cube = square * f, half = TLane.Splat(1 << (15 - bits));
        TLane first = ((square << 6) - cube - (f << 10) + half) >> (16 - bits);
        TLane third = ((f << 10) + (square << 7) - cube * TLane.Splat(3) + half) >> (16 - bits);
        TLane fourth = (cube - (square << 5) + half) >> (16 - bits);
        return new(first, TLane.Splat(1 << bits) - first - third - fourth, third, fourth);
    }

}
