namespace SpikeData.Recipes;

/// <summary>Finds the word a person meant: another tool's word for it, a part of it, or the nearest by Damerau's distance (letters inserted, left out, replaced, or swapped).</summary>
static class Spelling
{
    /// <summary>What other tools call things.</summary>
    static readonly (string Word, string Meant)[] OtherWords =
    [
        ("fps", "frames-per-second"), ("framerate", "frames-per-second"), ("frame-rate", "frames-per-second"), ("rate", "frames-per-second"),
        ("resolution", "size"), ("dimensions", "size"), ("resize", "size"), ("path", "from"), ("file", "from"), ("source", "from"), ("input", "from"),
        ("window", "frames"), ("upsample", "interpolate"), ("load", "decode"), ("read", "decode"), ("save", "write"), ("export", "write"),
    ];

    /// <summary>" Did you mean 'reblur'?", or nothing when no word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> words) => Nearest(word, words) is { } near ? $" Did you mean '{near}'?" : "";

    public static string? Nearest(string word, IEnumerable<string> words)
    {
        List<string> known = [.. words];
        string plain = KebabCase.FromText(KebabCase.Of(word));
        return Near(word, known) ?? OtherWords.Where(pair => pair.Word == plain && known.Contains(pair.Meant)).Select(pair => pair.Meant).FirstOrDefault()
            ?? known.FirstOrDefault(candidate => plain.Length > 2 && candidate.Split('-').Contains(plain));
    }

    static string? Near(string word, List<string> words) => words
        .Where(candidate => Math.Abs(candidate.Length - word.Length) <= MostEdits(candidate))
        .Select(candidate => (candidate, edits: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.edits <= MostEdits(pair.candidate))
        .OrderBy(pair => pair.edits).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate).FirstOrDefault();

    static int MostEdits(string word) => Math.Min(3, Math.Max(1, word.Length / 3));

    public static int Distance(string a, string b)
    {
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) edits[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) edits[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                edits[i, j] = swapped ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
            }
        }

        return edits[a.Length, b.Length];
    }
}
