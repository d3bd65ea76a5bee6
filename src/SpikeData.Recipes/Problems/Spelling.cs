namespace SpikeData.Recipes;

/// <summary>Finds the word a person meant: another tool's word for it, a part of it, or the nearest.</summary>
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
        return NearestWord.To(word, known) ?? OtherWords.Where(pair => pair.Word == plain && known.Contains(pair.Meant)).Select(pair => pair.Meant).FirstOrDefault()
            ?? known.FirstOrDefault(candidate => plain.Length > 2 && candidate.Split('-').Contains(plain));
    }
}
