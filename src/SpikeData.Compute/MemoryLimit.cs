using System.Globalization;

namespace SpikeData.Compute;

/// <summary>The memory that the program may take: three quarters of what the machine or container has, or what the environment says in gibibytes. More is refused before it is taken.</summary>
public static class MemoryLimit
{
    const string Variable = "SPIKEDATA_MEMORY";
    const double UsableShare = 0.75, Gibibyte = 1L << 30;

    static long taken;

    /// <summary>How much that is.</summary>
    public static long Bytes { get; } =
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double gibibytes) && gibibytes > 0
            ? (long)Math.Min(gibibytes * Gibibyte, long.MaxValue / 2.0)
            : (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * UsableShare);

    /// <summary>Refuses work that needs more.</summary>
    /// <param name="bytes">What it needs, as far as is known before.</param>
    /// <param name="what">What takes it, to begin a sentence with: "Decoding a picture of 16384x16384".</param>
    /// <param name="file">The file it is about, where there is one.</param>
    /// <param name="limit">What there is, where it is another limit than that of the program.</param>
    /// <exception cref="SpikeDataException">SPIKE438: there is not so much.</exception>
    public static void Require(long bytes, string what, string? file = null, long? limit = null)
    {
        if (bytes > (limit ?? Bytes)) throw TooMuch(bytes, what, file, limit ?? Bytes);
    }

    /// <summary>Counts what buffers hold; the one that would be too much is refused.</summary>
    internal static void Take(long bytes)
    {
        long all = Interlocked.Add(ref taken, bytes);
        if (all <= Bytes) return;
        Return(bytes);
        throw TooMuch(all, "This work", null, Bytes);
    }

    /// <summary>Counts what is held no longer.</summary>
    internal static void Return(long bytes) => Interlocked.Add(ref taken, -bytes);

    static SpikeDataException TooMuch(long bytes, string what, string? file, long limit) => new("SPIKE438", string.Create(CultureInfo.InvariantCulture,
        $"{what} takes {bytes / Gibibyte:0.0} GiB of memory, and {limit / Gibibyte:0.0} GiB may be taken. Give it less, such as smaller pictures or shorter arrays, or allow more: {Variable}={Math.Ceiling(bytes / Gibibyte):0} (GiB)."))
    {
        File = file,
    };
}
