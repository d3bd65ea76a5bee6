using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Arithmetic of whole numbers that lanes do not have themselves.</summary>
static class Whole
{
    /// <summary><c>Math.Clamp</c> without its exception, which a GPU cannot throw.</summary>
    public static int Clamp(int value, int least, int most) => Math.Min(Math.Max(value, least), most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Clamp<TLane>(TLane value, int least, int most)
        where TLane : struct, IIntLane<TLane> => TLane.Min(TLane.Max(value, TLane.Splat(least)), TLane.Splat(most));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Magnitude<TLane>(TLane value)
        where TLane : struct, IIntLane<TLane> => TLane.Max(value, TLane.Splat(0) - value);

    /// <summary>The magnitude with the sign of another number; zero counts as positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane WithSign<TLane>(TLane magnitude, TLane sign)
        where TLane : struct, IIntLane<TLane>
    {
        TLane negative = sign >> 31;
        return (magnitude ^ negative) - negative;
    }

    /// <summary>dividend / divisor rounded down, at most 2^bits - 1; by long division.</summary>
    /// <param name="dividend">At least 0.</param>
    /// <param name="divisor">At least 1, below 2^(32 - bits).</param>
    /// <param name="bits">How many bits the quotient has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Quotient<TLane>(TLane dividend, TLane divisor, int bits)
        where TLane : struct, IIntLane<TLane>
    {
        TLane quotient = TLane.Splat(0);
        for (int bit = bits - 1; bit >= 0; bit--)
        {
            TLane part = divisor << bit;
            TLane tooMuch = TLane.LessThan(dividend, part);
            dividend = TLane.Select(tooMuch, dividend, dividend - part);
            quotient = TLane.Select(tooMuch, quotient, quotient + TLane.Splat(1 << bit));
        }

        return quotient;
    }
}
