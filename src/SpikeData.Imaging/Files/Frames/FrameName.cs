using System.Text.RegularExpressions;

namespace SpikeData.Imaging;

/// <summary>The name of a frame's file, taken apart into its numbers and the words around them.</summary>
sealed partial class FrameName : IComparable<FrameName>
{
    public FrameName(string path)
    {
        (Path, Stem) = (path, System.IO.Path.GetFileNameWithoutExtension(path));
        MatchCollection found = Number().Matches(Stem);
        Numbers = [.. found.Select(number => new FrameNumber(number.Groups["sign"].Length > 0, number.Groups["whole"].Value, number.Groups["fraction"].Value))];
        Words = [.. found.Select((number, i) => Stem[(i == 0 ? 0 : found[i - 1].Index + found[i - 1].Length)..number.Index]), found.Count == 0 ? Stem : Stem[(found[^1].Index + found[^1].Length)..]];
    }

    public string Path { get; }

    /// <summary>The name without its ending.</summary>
    public string Stem { get; }

    /// <summary>What stands before each number, and behind the last one.</summary>
    public string[] Words { get; }

    public FrameNumber[] Numbers { get; }

    public override string ToString() => System.IO.Path.GetFileName(Path);

    /// <summary>The natural order: words by their letters, numbers by their value, and a shorter name before those that go on.</summary>
    public int CompareTo(FrameName? other)
    {
        for (int i = 0; i < Words.Length && i < other!.Words.Length; i++)
        {
            int order = string.Compare(Words[i], other.Words[i], StringComparison.OrdinalIgnoreCase);
            if (order == 0 && i < Numbers.Length && i < other.Numbers.Length) order = Numbers[i].CompareTo(other.Numbers[i]);
            if (order != 0) return order;
        }

        int length = Words.Length.CompareTo(other!.Words.Length);
        return length != 0 ? length : string.CompareOrdinal(Path, other.Path);
    }

    /// <summary>Compares by the numbers alone.</summary>
    public int CompareNumbers(FrameName other) => Numbers.AsSpan().SequenceCompareTo(other.Numbers);

    /// <summary>The first of their words in which two names differ; null where they have the same words around as many numbers.</summary>
    public int? FirstOtherWord(FrameName other)
    {
        for (int i = 0; i < Math.Max(Words.Length, other.Words.Length); i++)
            if (i >= Words.Length || i >= other.Words.Length || !Words[i].Equals(other.Words[i], StringComparison.OrdinalIgnoreCase)) return i;
        return null;
    }

    /// <remarks>A dash is a minus where no word or number stands before it; a point is a decimal one in a time stamp, of nine digits or more.</remarks>
    [GeneratedRegex(@"(?<sign>(?<=^|[_ =(])-)?(?<whole>[0-9]+)(?:(?<=[0-9]{9})\.(?<fraction>[0-9]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
