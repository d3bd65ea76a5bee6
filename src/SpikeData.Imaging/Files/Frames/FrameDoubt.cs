namespace SpikeData.Imaging;

/// <summary>Finds out why names in their natural order may not be in the order of time.</summary>
static class FrameDoubt
{
    /// <summary>Numbers of so many digits are dates, or count the frames themselves.</summary>
    const int DigitsOfDates = 6;

    /// <param name="names">In their natural order.</param>
    /// <returns>What is in doubt, for people; null where nothing is.</returns>
    public static string? About(IReadOnlyList<FrameName> names)
    {
        if (names.Count < 2) return null;
        if (names.FirstOrDefault(name => name.Numbers.Length == 0) is { } without) return $"'{without}' has no number";
        return names.Zip(names.Skip(1), About).FirstOrDefault(doubt => doubt is not null) ?? Signs(names) ?? Sequences(names);
    }

    static string? About(FrameName first, FrameName second)
    {
        string both = $"'{first}' and '{second}'";
        int? other = first.FirstOtherWord(second);
        if (other is > 0 and { } behind && HaveLetters(first, second, behind)) return $"{both} have letters behind digits, as hexadecimal numbers and mere names do";
        int order = first.CompareNumbers(second);
        if (order == 0 && other is null) return first.Stem.Equals(second.Stem, StringComparison.OrdinalIgnoreCase) ? $"{both} are one frame twice" : $"{both} differ in leading zeros only";
        if (order == 0) return $"{both} have one number, as two sequences in one folder do";
        if (order > 0) return $"of {both} the one is first by its words, the other by its numbers";
        if (other is { } word && WordDoubt(first, second, word) is { } doubt) return $"{both} {doubt}";
        return MayBeDecimals(first, second) ? $"{both} may be decimal fractions or numbers, which have other orders" : null;
    }

    static string? WordDoubt(FrameName first, FrameName second, int word)
    {
        if (first.Numbers.Length == second.Numbers.Length)
            return Unsigned(first, word) == Unsigned(second, word) ? "differ in a sign that may be a minus" : null;
        (FrameName brief, FrameName long_) = first.Numbers.Length < second.Numbers.Length ? (first, second) : (second, first);
        // Frames that were put between others are named after the one before them: 000323.png, 000323_000.png.
        bool goesOn = word == brief.Words.Length - 1 && brief.Words[word].Length == 0 && long_.Words[word] is "_" or "-" or ".";
        return goesOn ? null : "hold numbers in other places";
    }

    static bool HaveLetters(FrameName first, FrameName second, int word) =>
        word < Math.Min(first.Words.Length, second.Words.Length) && (char.IsLetter(first.Words[word].FirstOrDefault()) || char.IsLetter(second.Words[word].FirstOrDefault()));

    static string Unsigned(FrameName name, int word) => name.Words[word].TrimEnd('+', '-');

    /// <summary>Whether the numbers in which two names differ stand behind points, and have another order there: 0.1 and 0.04, but not v2.9 and v2.10.</summary>
    static bool MayBeDecimals(FrameName first, FrameName second)
    {
        int place = first.Numbers.AsSpan().CommonPrefixLength(second.Numbers);
        if (place == 0 || place >= Math.Min(first.Numbers.Length, second.Numbers.Length) || first.Words[place] != "." || second.Words[place] != ".") return false;
        (string one, string other) = (first.Numbers[place].Whole, second.Numbers[place].Whole);
        if (one.Length == other.Length || FrameNumber.CompareFractions(one, other) < 0) return false;
        string before = first.Words[place - 1];
        return before.Length == 0 || !char.IsLetter(before[^1]) || one[0] == '0' || other[0] == '0';
    }

    /// <summary>Numbers of which all have a dash before them may be below zero, or not.</summary>
    static string? Signs(IReadOnlyList<FrameName> names) =>
        names.All(name => name.Numbers.Any(number => number.IsNegative)) ? $"the dash in '{names[0]}' may be a minus" : null;

    /// <summary>A few things that are numbered, each with frames of the same numbers: cam1_0001, cam2_0001.</summary>
    static string? Sequences(IReadOnlyList<FrameName> names)
    {
        FrameName first = names[0];
        int place = names.Min(name => first.Numbers.AsSpan().CommonPrefixLength(name.Numbers));
        if (names.Any(name => name.Numbers.Length != first.Numbers.Length) || place >= first.Numbers.Length - 1) return null;
        string label = first.Words[place];
        bool isTimeUnit = place > 0 && label.Length == 1;
        if (!label.Any(char.IsLetter) || isTimeUnit || first.Numbers[place].Whole.Length >= DigitsOfDates) return null;
        FrameName[][] sequences = [.. names.GroupBy(name => name.Numbers[place].Whole.TrimStart('0')).Select(sequence => sequence.ToArray())];
        if (sequences.Length > sequences.Max(sequence => sequence.Length)) return null;
        HashSet<FrameNumber> known = [.. sequences[0].Select(name => name.Numbers[^1])];
        FrameName? again = sequences[1].FirstOrDefault(name => known.Contains(name.Numbers[^1]));
        return again is null ? null : $"'{sequences[0][0]}' and '{again}' look like {sequences.Length} sequences in one folder";
    }
}
