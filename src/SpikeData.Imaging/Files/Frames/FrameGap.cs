using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>A place where the numbers of frames go on with a larger step than usual.</summary>
/// <param name="Before">The frame before it.</param>
/// <param name="After">The frame behind it.</param>
/// <param name="Missing">How many frames seem to be missing.</param>
readonly record struct FrameGap(FrameName Before, FrameName After, long Missing)
{
    static readonly string[] Dates = ["yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMddHHmmssfff"];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Missing} between {Before} and {After}");

    /// <param name="names">In the order of time.</param>
    /// <remarks>The usual step is the smallest one where all are multiples of it, as of counters, otherwise the median, as of times. Names that hold a date have no steps.</remarks>
    public static IEnumerable<FrameGap> Among(IReadOnlyList<FrameName> names)
    {
        if (names.Count < 3 || names[0].Numbers.Any(IsDate)) return [];
        return names.Zip(names.Skip(1)).Select(pair => (pair.First, pair.Second, Size: Step(pair.First, pair.Second))).Where(step => step.Size > 0)
            .GroupBy(step => step.First.Numbers.Length).SelectMany(steps => Among([.. steps])).OrderBy(gap => gap.Before);
    }

    static IEnumerable<FrameGap> Among((FrameName First, FrameName Second, long Size)[] steps)
    {
        long[] sizes = [.. steps.Select(step => step.Size).Order()];
        bool isCounter = Array.TrueForAll(sizes, size => size % sizes[0] == 0);
        long usual = isCounter ? sizes[0] : sizes[sizes.Length / 2], most = isCounter ? usual : usual + usual / 2;
        return steps.Where(step => step.Size > most).Select(step => new FrameGap(step.First, step.Second, Math.Max(1, (step.Size + usual / 2) / usual - 1)));
    }

    /// <summary>How much larger the last number is, where all others are equal; otherwise 0.</summary>
    static long Step(FrameName first, FrameName second)
    {
        bool isStep = first.Numbers.Length == second.Numbers.Length && first.Numbers.AsSpan().CommonPrefixLength(second.Numbers) == first.Numbers.Length - 1;
        return isStep && first.Numbers[^1].Count is { } from && second.Numbers[^1].Count is { } to ? to - from : 0;
    }

    static bool IsDate(FrameNumber number) =>
        DateTime.TryParseExact(number.Whole, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) && date.Year is >= 1990 and < 2100;
}
