using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The exponential function from the arithmetic lanes have.</summary>
static class Exponential
{
    const float BitsPerE = 1.44269504f, LargestBits = 126;

    // ln 2 in two parts: the first has few digits, so its product with a whole number is exact.
    const float CoarseLogOfTwo = 0.693359375f, RestOfLogOfTwo = -2.12194440e-4f;

    /// <summary>e^x within two units in the last place, for |x| below 87; beyond it stays at the ends. What is no number stays none.</summary>
    /// <remarks>e^x = 2^n e^r with n whole and |r| at most ln 2 / 2; e^r by its Taylor series to the seventh power.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane bits = TLane.Floor(TLane.MultiplyAdd(x, TLane.Splat(BitsPerE), TLane.Splat(0.5f)));
        bits = TLane.Max(TLane.Splat(-LargestBits), TLane.Min(TLane.Splat(LargestBits), bits));
        TLane rest = TLane.MultiplyAdd(bits, TLane.Splat(-CoarseLogOfTwo), x);
        rest = TLane.MultiplyAdd(bits, TLane.Splat(-RestOfLogOfTwo), rest);
        rest = TLane.Max(TLane.Splat(-0.35f), TLane.Min(TLane.Splat(0.35f), rest));
        TLane series = TLane.Splat(1f / 5040);
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f / 720));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f / 120));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f / 24));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f / 6));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(0.5f));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f));
        series = TLane.MultiplyAdd(series, rest, TLane.Splat(1f));
        return series * TLane.PowerOfTwo(bits);
    }
}
