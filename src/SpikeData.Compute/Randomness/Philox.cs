using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Random bits as a function of where they are needed: the counter-based generator Philox 4x32-10.</summary>
/// <remarks>
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. There is no state: a counter
/// such as (pixel, tick, use, 0) always gives the same 128 bits, in any order and on any device. <c>TLane.MultiplyHigh(bits, TLane.Splat(n))</c>
/// makes a number from 0 to n - 1 of 32 of them.
/// </remarks>
public static class Philox
{
    const int Rounds = 10;
    const int FirstFactor = unchecked((int)0xD2511F53), SecondFactor = unchecked((int)0xCD9E8D57);
    const int FirstWeyl = unchecked((int)0x9E3779B9), SecondWeyl = unchecked((int)0xBB67AE85);

    /// <summary>Four times 32 random bits for each element of the lane.</summary>
    /// <param name="a">First word of the counter.</param>
    /// <param name="b">Second word of the counter.</param>
    /// <param name="c">Third word of the counter.</param>
    /// <param name="d">Fourth word of the counter.</param>
    /// <param name="key">Tells one sequence from another, such as two clips.</param>
    [MethodImpl(AggressiveInlining)]
    public static (TLane A, TLane B, TLane C, TLane D) Draw<TLane>(TLane a, TLane b, TLane c, TLane d, PhiloxKey key)
        where TLane : struct, IIntLane<TLane>
    {
        TLane first = TLane.Splat(FirstFactor), second = TLane.Splat(SecondFactor);
        int firstKey = key.Low, secondKey = key.High;
        for (int round = 0; round < Rounds; round++)
        {
            TLane high = TLane.MultiplyHigh(second, c) ^ b ^ TLane.Splat(firstKey);
            TLane low = TLane.MultiplyHigh(first, a) ^ d ^ TLane.Splat(secondKey);
            (a, b, c, d) = (high, second * c, low, first * a);
            firstKey += FirstWeyl;
            secondKey += SecondWeyl;
        }

        return (a, b, c, d);
    }

    /// <summary>The same four words outside of a kernel.</summary>
    public static (uint A, uint B, uint C, uint D) Draw(uint a, uint b, uint c, uint d, PhiloxKey key)
    {
        (IntLane1 w, IntLane1 x, IntLane1 y, IntLane1 z) = Draw(One(a), One(b), One(c), One(d), key);
        return ((uint)w.Value, (uint)x.Value, (uint)y.Value, (uint)z.Value);

        static IntLane1 One(uint word) => new((int)word);
    }
}
