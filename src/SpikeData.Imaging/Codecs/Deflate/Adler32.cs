using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeData.Imaging;

/// <summary>The check sum of a zlib stream (RFC 1950, 8.2): the sum of the bytes, and the sum of all those sums, modulo 65521.</summary>
static class Adler32
{
    const uint Modulus = 65521;

    /// <summary>Bytes per step, and as many steps as 16 bits can count: 128 x 2 x 255 is below 2^16.</summary>
    const int Step = 32, MostSteps = 128;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint sum = 1, sums = 0;
        while (data.Length >= Step)
        {
            int steps = Math.Min(data.Length / Step, MostSteps);
            AddSteps(data[..(steps * Step)], ref sum, ref sums);
            data = data[(steps * Step)..];
        }

        foreach (byte next in data)
        {
            sum += next;
            sums += sum;
        }

        return ((sums % Modulus) << 16) | (sum % Modulus);
    }

    /// <summary>A byte counts as often as bytes follow it, itself included: by its place in its step, and once for every byte of later steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddSteps(ReadOnlySpan<byte> data, ref uint sum, ref uint sums)
    {
        Vector256<ushort> weights = Vector256.Create((ushort)32) - Vector256<ushort>.Indices, laterWeights = weights - Vector256.Create((ushort)16);
        Vector256<ushort> plain = default;
        Vector256<uint> before = default, weighted = default;
        for (int at = 0; at < data.Length; at += Step)
        {
            (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(Vector256.Create(data[at..]));
            (Vector256<uint> left, Vector256<uint> right) = Vector256.Widen(plain);
            before += left + right;
            (left, right) = Vector256.Widen((lower * weights) + (upper * laterWeights));
            weighted += left + right;
            plain += lower + upper;
        }

        sums = (sums + ((uint)data.Length * sum) + (Step * Vector256.Sum(before)) + Vector256.Sum(weighted)) % Modulus;
        (Vector256<uint> few, Vector256<uint> more) = Vector256.Widen(plain);
        sum = (sum + Vector256.Sum(few + more)) % Modulus;
    }
}
