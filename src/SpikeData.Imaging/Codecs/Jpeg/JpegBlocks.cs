using System.Numerics;

namespace SpikeData.Imaging;

/// <summary>Reads past the blocks of a scan: each tells whether its codes exist and fit into it (ITU-T T.81, F.2.2 and G.2).</summary>
/// <param name="first">The first coefficient that the scan holds, counted in zigzag order.</param>
/// <param name="last">The last one.</param>
/// <param name="refines">Whether it adds a bit to coefficients that are known.</param>
/// <param name="shift">Which bit of the coefficients is its lowest.</param>
sealed class JpegBlocks(int first, int last, bool refines, int shift)
{
    /// <summary>Differences of means have at most so many bits, and other coefficients one fewer.</summary>
    const int MostBits = 11;

    /// <summary>Coefficients of samples from -128 to 127 are at most 1024. Encoders that overshoot on purpose reach a quarter more; beyond, bits were misread.</summary>
    const int Most = 1280;

    /// <summary>How many blocks more have nothing new.</summary>
    int empty;

    /// <summary>Whether no empty blocks are left over, so that an interval can end.</summary>
    public bool IsDone => empty == 0;

    public void Begin() => empty = 0;

    /// <summary>A block of a picture that is not progressive: its mean, then its other coefficients.</summary>
    public bool Whole(JpegPlane plane, int[] divisors, ref JpegBits bits)
    {
        if (!Mean(plane, divisors[0], 0, ref bits)) return false;
        JpegCodes codes = plane.AlternatingCodes!;
        for (int at = 1; at < 64; at++)
        {
            int symbol = codes.Next(ref bits), zeros = symbol >> 4, size = symbol & 15;
            if (symbol == 0) return true;
            if (symbol < 0 || size >= MostBits || (size == 0 && zeros != 15)) return false;
            at += zeros;
            if (at > 63 || IsTooLarge(size, divisors[at])) return false;
            bits.Position += size;
        }

        return true;
    }

    /// <summary>A block of a progressive picture.</summary>
    /// <param name="plane">Whose block it is.</param>
    /// <param name="divisors">Of its coefficients.</param>
    /// <param name="known">Its coefficients that are other than zero so far.</param>
    /// <param name="bits">Where it begins; afterwards, where it ends.</param>
    public bool Part(JpegPlane plane, int[] divisors, ref ulong known, ref JpegBits bits)
    {
        if (first > 0) return refines ? Refine(plane.AlternatingCodes!, ref known, ref bits) : Begin(plane.AlternatingCodes!, divisors, ref known, ref bits);
        if (!refines) return Mean(plane, divisors[0], shift, ref bits);
        bits.Position++;
        return true;
    }

    static bool Mean(JpegPlane plane, int divisor, int shift, ref JpegBits bits)
    {
        int size = plane.DirectCodes!.Next(ref bits);
        if (size is < 0 or > MostBits) return false;
        int value = bits.Take(size);
        if (size > 0) plane.Last += value >= 1 << (size - 1) ? value : value - (1 << size) + 1;
        return Math.Abs((long)plane.Last << shift) * divisor <= Most + ((long)divisor << shift);
    }

    /// <summary>Whether even the smallest number of so many bits is more than a coefficient can be.</summary>
    bool IsTooLarge(int size, int divisor) => size > 0 && (long)divisor << (size - 1 + shift) > Most + ((long)divisor << shift);

    bool Begin(JpegCodes codes, int[] divisors, ref ulong known, ref JpegBits bits)
    {
        if (empty > 0)
        {
            empty--;
            return true;
        }

        for (int at = first; at <= last; at++)
        {
            int symbol = codes.Next(ref bits), zeros = symbol >> 4, size = symbol & 15;
            if (symbol < 0 || size >= MostBits) return false;
            if (size == 0 && zeros < 15)
            {
                empty = (1 << zeros) - 1 + bits.Take(zeros);
                return true;
            }

            at += zeros;
            if (at > last || IsTooLarge(size, divisors[at])) return false;
            bits.Position += size;
            if (size > 0) known |= 1UL << at;
        }

        return true;
    }

    bool Refine(JpegCodes codes, ref ulong known, ref JpegBits bits)
    {
        ulong fresh = 0;
        int at = first;
        for (; empty == 0 && at <= last; at++)
        {
            int symbol = codes.Next(ref bits), zeros = symbol >> 4, size = symbol & 15;
            if (symbol < 0 || size > 1) return false;
            if (size == 0 && zeros < 15)
            {
                empty = (1 << zeros) + bits.Take(zeros);
                break;
            }

            bits.Position += size;
            for (; at <= last; at++)
            {
                if ((known >> at & 1) != 0) bits.Position++;
                else if (zeros-- == 0) break;
            }

            if (at > last) return false;
            if (size > 0) fresh |= 1UL << at;
        }

        if (empty > 0)
        {
            if (at <= last) bits.Position += BitOperations.PopCount(known >> at & ulong.MaxValue >> (63 - last + at));
            empty--;
        }

        known |= fresh;
        return true;
    }
}
