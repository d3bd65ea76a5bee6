namespace SpikeData;

/// <summary>Finds the word that was meant by a mistyped one: the nearest by Damerau's distance (letters inserted, left out, replaced, or swapped).</summary>
/// <remarks>Recipes and builds share this file: what the one suggests for words, the other does for files.</remarks>
static class NearestWord
{
    /// <summary>The nearest of some words; null when none is near.</summary>
    public static string? To(string word, IEnumerable<string> words) => words
        .Where(candidate => Math.Abs(candidate.Length - word.Length) <= MostEdits(candidate))
        .Select(candidate => (candidate, edits: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.edits <= MostEdits(pair.candidate))
        .OrderBy(pair => pair.edits).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate).FirstOrDefault();

    static int MostEdits(string word) => Math.Min(3, Math.Max(1, word.Length / 3));

    static int Distance(string a, string b)
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
