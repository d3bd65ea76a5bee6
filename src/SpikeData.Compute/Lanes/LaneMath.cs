using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Functions made of lane operations only, so that a CPU gives the same bits at every lane width.</summary>
public static class LaneMath
{
    const float Log2OfE = 1.44269504f;

    /// <summary>Ln 2 in two parts, of which the first has so few bits that its products with whole numbers are exact.</summary>
    const float Ln2 = 0.693359375f, Ln2Rest = -2.12194440e-4f;

    /// <summary>Beyond these the result is 0 or infinite anyway.</summary>
    const float Lowest = -104, Highest = 89;

    /// <summary>The exponential function to within one unit in the last place; infinite above 88.72, 0 below -103.97.</summary>
    /// <remarks>
    /// exp x = 2^n exp r with n = round(x / ln 2), so |r| is at most ln 2 / 2 and the Taylor series to degree 7 is as exact as a float. The
    /// power of two is applied in halves because one factor cannot reach the smallest and the largest results.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    public static TLane Exp<TLane>(TLane x)
        where TLane : struct, IFloatLane<TLane>
    {
        x = TLane.Max(TLane.Splat(Lowest), TLane.Min(TLane.Splat(Highest), x));
        TLane n = TLane.Floor(TLane.MultiplyAdd(x, TLane.Splat(Log2OfE), TLane.Splat(0.5f)));
        TLane r = TLane.MultiplyAdd(n, TLane.Splat(-Ln2Rest), TLane.MultiplyAdd(n, TLane.Splat(-Ln2), x));
        TLane series = TLane.Splat(1f / 5040);
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f / 720));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f / 120));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f / 24));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f / 6));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f / 2));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f));
        series = TLane.MultiplyAdd(series, r, TLane.Splat(1f));
        TLane half = TLane.Floor(n * TLane.Splat(0.5f));
        return series * TLane.PowerOfTwo(half) * TLane.PowerOfTwo(n - half);
    }
}
