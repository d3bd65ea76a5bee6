using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>How a patch's difference answers to its displacement: the 2x2 matrix of its slopes, and the step that its inverse gives.</summary>
/// <remarks>
/// The matrix is brought to 14 bits, and the right side with it, so that products stay whole. A 64th of the trace and a constant
/// are added to the diagonal: where a patch shows only one edge, it moves across that edge and not along it.
/// </remarks>
readonly struct NormalMatrix<TLane>
    where TLane : struct, IIntLane<TLane>
{
    /// <summary>The slope of noise: 100 squared levels over a patch.</summary>
    const int Noise = 6400;

    const int Bits = 14;
    readonly TLane xx, xy, yy, determinant, power;

    /// <param name="xx">The sum of squared slopes to the right, below 2^27.</param>
    /// <param name="xy">The sum of their products with the slopes down.</param>
    /// <param name="yy">The sum of squared slopes down, below 2^27.</param>
    public NormalMatrix(TLane xx, TLane xy, TLane yy)
    {
        TLane diagonal = ((xx + yy) >> 6) + TLane.Splat(Noise);
        (xx, yy) = (xx + diagonal, yy + diagonal);
        power = Power(TLane.Max(xx, yy));
        this.xx = Scaled(xx);
        this.xy = Scaled(xy);
        this.yy = Scaled(yy);
        determinant = TLane.Max((this.xx * this.yy - this.xy * this.xy) >> 6, TLane.Splat(1));
    }

    /// <summary>How far to move right to make the difference smaller, in 1/32 pixel, below 8 pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane StepAcross(Match<TLane> match) => Step(yy * Side(match.SlopeAcross) - xy * Side(match.SlopeDown));

    /// <summary>How far to move down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane StepDown(Match<TLane> match) => Step(xx * Side(match.SlopeDown) - xy * Side(match.SlopeAcross));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Step(TLane numerator)
    {
        // Slopes are twice the derivative: 32 x 2 x numerator / determinant, and 64 is in the determinant.
        TLane magnitude = Whole.Quotient(Whole.Magnitude(numerator) + (determinant >> 1), determinant, 8);
        return Whole.WithSign(magnitude, TLane.Splat(0) - numerator);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Side(TLane sum) => Whole.Clamp(Scaled(sum), -(1 << 15), 1 << 15);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Scaled(TLane value) => Whole.WithSign(TLane.MultiplyHigh(Whole.Magnitude(value) << 1, power), value);

    /// <summary>2^(31 - n) for the smallest n with largest / 2^n below 2^14.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Power(TLane largest)
    {
        TLane power = TLane.Splat(int.MinValue);
        for (int bits = 8; bits > 0; bits >>= 1)
        {
            TLane small = TLane.LessThan(largest >> (bits - 1), TLane.Splat(1 << Bits));
            largest = TLane.Select(small, largest, largest >> bits);
            power = TLane.Select(small, power, power >>> bits);
        }

        return power;
    }
}
