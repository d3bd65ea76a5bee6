using System.Runtime.CompilerServices;

namespace SpikeData.Training;

/// <summary>The addresses of six neighbors; behind the last one it is repeated, so that every block is whole.</summary>
public readonly struct SixPlaces(long a, long b, long c, long d, long e, long f)
{
    /// <summary>How many there are.</summary>
    public const int Count = 6;

    public long A => a;

    public long B => b;

    public long C => c;

    public long D => d;

    public long E => e;

    public long F => f;

    /// <summary>The addresses <c>start + i * pitch</c> for i from <paramref name="first"/>, but never beyond <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixPlaces From(long start, int first, int last, int pitch) => new(
        start + (long)first * pitch,
        start + (long)Math.Min(first + 1, last) * pitch,
        start + (long)Math.Min(first + 2, last) * pitch,
        start + (long)Math.Min(first + 3, last) * pitch,
        start + (long)Math.Min(first + 4, last) * pitch,
        start + (long)Math.Min(first + 5, last) * pitch);
}
