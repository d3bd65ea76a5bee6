using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>The clips of a data set that one of several machines records, into a store which they share: written 3/16.</summary>
/// <remarks>Clips are dealt like cards: the i-th of all belongs to part i modulo <see cref="Count"/>, so parts differ by one clip at most.</remarks>
/// <param name="Number">Which of the parts it is, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public readonly record struct BuildPart(int Number, int Count)
{
    /// <summary>Reads NUMBER/COUNT; null when it is something else.</summary>
    public static BuildPart? TryParse(string text)
    {
        string[] numbers = text.Split('/');
        return numbers.Length == 2 && IsNumber(numbers[0], out int number) && IsNumber(numbers[1], out int count) && number >= 1 && number <= count
            ? new(number, count)
            : null;
    }

    /// <summary>What of a list belongs to the part.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all)
    {
        (int first, int step) = (Number - 1, Count);
        return [.. all.Where((_, index) => index % step == first)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
