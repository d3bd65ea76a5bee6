using System.Globalization;

namespace SpikeData.Compute;

/// <summary>How many there are of something, in words: 1 frame, 2 frames.</summary>
public static class Counted
{
    /// <param name="count">How many there are.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called, where that is not the same with an s.</param>
    public static string Of(long count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
