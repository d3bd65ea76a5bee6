namespace SpikeData.Imaging;

/// <summary>Which sensor a .dat file of unknown size may come from: one of known size or of the size that a name says, whose rows then resemble their neighbors.</summary>
/// <param name="Facts">The size, and the header columns of those cameras that store some.</param>
/// <param name="Likeness">How well the spike counts of neighboring rows agree, as a correlation: near 1 for pictures, near 0 for garbage.</param>
/// <param name="IsNamed">Whether the name of the file or of its folder says the size.</param>
public sealed record SizeGuess(RecordingFacts Facts, double Likeness, bool IsNamed = false)
{
    static readonly (int Width, int Height, string? HeaderColumns)[] Sensors =
    [
        (400, 250, null), (400, 250, "400..415"), (800, 500, null), (1000, 1000, null), (1000, 1000, "500..511,1012..1023"),
        (250, 250, null), (320, 180, null), (640, 360, null), (640, 480, null), (1024, 1280, null), (1280, 720, null), (1280, 1024, null), (160, 90, null), (346, 260, null),
    ];

    /// <summary>The sizes of which the file holds a whole tick, the likeliest first. What is left over at its end may be an incomplete one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SizeGuess> Of(string path)
    {
        List<SizeGuess> guesses = [];
        using FileStream file = InputFile.Open(path);
        IReadOnlyList<(int Width, int Height)> named = NamedSize.Of(path);
        foreach ((int width, int height, string? header) in named.Select(size => (size.Width, size.Height, (string?)null)).Concat(Sensors).Distinct())
        {
            HeaderColumns? columns = header is null ? null : HeaderColumns.Parse(header);
            SpikeLayout whole = new(height, width + (columns?.Count ?? 0));
            if (file.Length < whole.FrameBytes) continue;
            RecordingFacts facts = new() { Width = width, Height = height, HeaderColumns = columns };
            guesses.Add(new(facts, DatSample.Read(file, 0, whole).RowLikeness, named.Contains((width, height))));
        }

        return [.. guesses.OrderByDescending(guess => guess.Likeness)];
    }

    /// <summary>Whether the first of some guesses is sure: a picture, and much more of one than the next, which may see every second row.</summary>
    /// <remarks>A name that says two sides leaves open which is the width. Rows of nearly square frames agree either way, so of these two the better is taken.</remarks>
    public static bool IsClear(IReadOnlyList<SizeGuess> guesses)
    {
        if (guesses.Count == 0 || guesses[0].Likeness <= 0.5) return false;
        SizeGuess first = guesses[0];
        SizeGuess? next = guesses.Skip(1).FirstOrDefault(guess => !(first.IsNamed && guess.IsNamed && (guess.Facts.Width, guess.Facts.Height) == (first.Facts.Height, first.Facts.Width)));
        return next is null || 1 - first.Likeness < 0.5 * (1 - next.Likeness);
    }
}
