using System.Runtime.CompilerServices;
using SpikeData.Compute;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Training;

/// <summary>Four neighbors of a convolution with three taps from six products instead of twelve; in two dimensions, 36 instead of 144.</summary>
/// <remarks>
/// Winograd's minimal filtering after Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4.3: polynomials are
/// multiplied by their values at 0, +-a, +-b and infinity. The usual points 1 and 2 lose two bits; a = 5/8 and b = 3/2, near each other's
/// inverse and exact in binary, lose less than one (docs/decisions/0010-training-core.md).
/// </remarks>
static class Winograd
{
    /// <summary>The side of a tile of results.</summary>
    public const int Side = 4;

    /// <summary>The side of a tile of products, and of the input a tile of results looks at.</summary>
    public const int Reach = Side + 2;

    /// <summary>Products for one tile.</summary>
    public const int Products = Reach * Reach;

    const float A = 5f / 8, B = 3f / 2, A2 = A * A, B2 = B * B, A3 = A * A2, B3 = B * B2;

    /// <summary>What the Lagrange polynomials of +-a and +-b are at their own points; that of 0 is a^2 b^2 there.</summary>
    const float NormA = 2 * A2 * (A2 - B2), NormB = 2 * B2 * (B2 - A2);

    /// <summary>
    /// How far the next product lies behind one of so many numbers: a cache line more, or sizes in powers of two would all meet in one place of
    /// the cache.
    /// </summary>
    public static int Pitch(int length) => length + 16;

    /// <summary>What six inputs bring into the six products.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Six<TLane> OfInput<TLane>(Six<TLane> x)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane a = Splat<TLane>(A), b = Splat<TLane>(B), both = Splat<TLane>(A2 * B2), sum = Splat<TLane>(-A2 - B2);
        TLane evenA = Fused(Splat<TLane>(-B2), x.C, x.E), oddA = Fused(Splat<TLane>(-B2), x.B, x.D) * a;
        TLane evenB = Fused(Splat<TLane>(-A2), x.C, x.E), oddB = Fused(Splat<TLane>(-A2), x.B, x.D) * b;
        return new(
            Fused(both, x.A, Fused(sum, x.C, x.E)), evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, Fused(both, x.B, Fused(sum, x.D, x.F)));
    }

    /// <summary>What three weights bring into the six products.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Six<TLane> OfWeights<TLane>(Three<TLane> w)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane evenA = Fused(w.C, Splat<TLane>(A2 / NormA), w.A * Splat<TLane>(1 / NormA)), oddA = w.B * Splat<TLane>(A / NormA);
        TLane evenB = Fused(w.C, Splat<TLane>(B2 / NormB), w.A * Splat<TLane>(1 / NormB)), oddB = w.B * Splat<TLane>(B / NormB);
        return new(w.A * Splat<TLane>(1 / (A2 * B2)), evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, w.C);
    }

    /// <summary>Four results from six products.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Four<TLane> ToOutput<TLane>(Six<TLane> m)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane evenA = m.B + m.C, oddA = m.B - m.C, evenB = m.D + m.E, oddB = m.D - m.E;
        return new(
            m.A + evenA + evenB,
            Fused(Splat<TLane>(A), oddA, Splat<TLane>(B) * oddB),
            Fused(Splat<TLane>(A2), evenA, Splat<TLane>(B2) * evenB),
            Fused(Splat<TLane>(A3), oddA, Fused(Splat<TLane>(B3), oddB, m.F)));
    }

    /// <summary>The gradient by the six products from that by the four results: <see cref="ToOutput"/> transposed.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Six<TLane> OfGradient<TLane>(Four<TLane> y)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane evenA = Fused(Splat<TLane>(A2), y.C, y.A), oddA = Fused(Splat<TLane>(A3), y.D, Splat<TLane>(A) * y.B);
        TLane evenB = Fused(Splat<TLane>(B2), y.C, y.A), oddB = Fused(Splat<TLane>(B3), y.D, Splat<TLane>(B) * y.B);
        return new(y.A, evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, y.D);
    }

    /// <summary>The gradient by three weights from that by what they brought: <see cref="OfWeights"/> transposed.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Three<TLane> ToWeights<TLane>(Six<TLane> u)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane evenA = u.B + u.C, oddA = u.B - u.C, evenB = u.D + u.E, oddB = u.D - u.E;
        return new(
            Fused(Splat<TLane>(1 / (A2 * B2)), u.A, Fused(Splat<TLane>(1 / NormA), evenA, Splat<TLane>(1 / NormB) * evenB)),
            Fused(Splat<TLane>(A / NormA), oddA, Splat<TLane>(B / NormB) * oddB),
            Fused(Splat<TLane>(A2 / NormA), evenA, Fused(Splat<TLane>(B2 / NormB), evenB, u.F)));
    }

    [MethodImpl(AggressiveInlining)]
    static TLane Splat<TLane>(float value)
        where TLane : struct, IFloatLane<TLane> => TLane.Splat(value);

    [MethodImpl(AggressiveInlining)]
    static TLane Fused<TLane>(TLane a, TLane b, TLane c)
        where TLane : struct, IFloatLane<TLane> => TLane.MultiplyAdd(a, b, c);
}

/// <summary>Three lanes: a row or column of a 3x3 window's weights.</summary>
readonly record struct Three<TLane>(TLane A, TLane B, TLane C)
    where TLane : struct;

/// <summary>Four lanes: a row or column of a tile of a convolution's results.</summary>
readonly record struct Four<TLane>(TLane A, TLane B, TLane C, TLane D)
    where TLane : struct;

/// <summary>Six lanes: a row or column of a tile of <see cref="Winograd"/>'s products.</summary>
readonly record struct Six<TLane>(TLane A, TLane B, TLane C, TLane D, TLane E, TLane F)
    where TLane : struct;

/// <summary>Reads and writes lanes that lie in equal distances.</summary>
static class Lines
{
    [MethodImpl(AggressiveInlining)]
    public static Six<TLane> Load<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> => new(
            TLane.Load(view, first),
            TLane.Load(view, first + pitch),
            TLane.Load(view, first + 2 * pitch),
            TLane.Load(view, first + 3 * pitch),
            TLane.Load(view, first + 4 * pitch),
            TLane.Load(view, first + 5 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static Four<TLane> LoadFour<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> =>
        new(TLane.Load(view, first), TLane.Load(view, first + pitch), TLane.Load(view, first + 2 * pitch), TLane.Load(view, first + 3 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static Three<TLane> LoadThree<TLane>(View<float> view, long first, long pitch)
        where TLane : struct, IFloatLane<TLane> =>
        new(TLane.Load(view, first), TLane.Load(view, first + pitch), TLane.Load(view, first + 2 * pitch));

    [MethodImpl(AggressiveInlining)]
    public static void Store<TLane>(View<float> view, long first, long pitch, Six<TLane> lanes)
        where TLane : struct, IFloatLane<TLane>
    {
        Store(view, first, pitch, new Four<TLane>(lanes.A, lanes.B, lanes.C, lanes.D));
        TLane.Store(view, first + 4 * pitch, lanes.E);
        TLane.Store(view, first + 5 * pitch, lanes.F);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store<TLane>(View<float> view, long first, long pitch, Four<TLane> lanes)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane.Store(view, first, lanes.A);
        TLane.Store(view, first + pitch, lanes.B);
        TLane.Store(view, first + 2 * pitch, lanes.C);
        TLane.Store(view, first + 3 * pitch, lanes.D);
    }
}
