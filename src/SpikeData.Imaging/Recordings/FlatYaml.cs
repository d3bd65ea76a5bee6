using System.Globalization;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A YAML file that is one flat mapping of words, as sidecars and camera configurations are; deeper lines are passed over.</summary>
sealed class FlatYaml
{
    const int LongestFile = 1 << 20;

    readonly Dictionary<string, (string Value, int Line)> entries = new(StringComparer.Ordinal);
    readonly string path;

    FlatYaml(string path) => this.path = path;

    /// <exception cref="SpikeDataException">SPIKE451: the file is too long, is no text, or says a thing twice.</exception>
    public static FlatYaml Read(string path)
    {
        FlatYaml yaml = new(path);
        InputFile.Require(path);
        if (new FileInfo(path).Length > LongestFile) throw yaml.Wrong(1, "it is longer than a megabyte, which no such file is");
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (line.Contains('\0')) throw yaml.Wrong(number, "it is no text");
            yaml.Add(line, number);
        }

        return yaml;
    }

    public string? Text(string key) => entries.TryGetValue(key, out (string Value, int Line) entry) ? entry.Value : null;

    /// <exception cref="SpikeDataException">SPIKE451: there is no whole number of this size.</exception>
    public long? Whole(string key, long least, long most) => Parse<long>(key, $"a whole number from {least} to {most}",
        (string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    /// <exception cref="SpikeDataException">SPIKE451: there is no number above 0.</exception>
    public double? Positive(string key) => Parse<double>(key, "a number above 0",
        (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value > 0 && double.IsFinite(value));

    /// <exception cref="SpikeDataException">SPIKE451: the value is not of the form.</exception>
    public T? Parse<T>(string key, string form, TryParse<T> parse)
        where T : struct
    {
        if (!entries.TryGetValue(key, out (string Value, int Line) entry)) return null;
        return parse(entry.Value, out T value) ? value : throw Wrong(entry.Line, $"'{key}: {entry.Value}' was found where {form} was expected");
    }

    public delegate bool TryParse<T>(string text, out T value);

    void Add(string line, int number)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(line[0])) return;
        string key = line[..colon].TrimEnd();
        if (!entries.TryAdd(key, (Scalar(line[(colon + 1)..]), number))) throw Wrong(number, $"'{key}' is said twice");
    }

    static string Scalar(string text)
    {
        string value = text.Trim();
        if (value.Length > 1 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var end) return value[1..end].Replace("\\\\", "\\", StringComparison.Ordinal);
        int comment = value.IndexOf(" #", StringComparison.Ordinal);
        return value.StartsWith('#') ? "" : comment < 0 ? value : value[..comment].TrimEnd();
    }

    SpikeDataException Wrong(int line, string what) => new("SPIKE451",
        $"Line {line} cannot be used: {what}. Correct it, or remove the file and give the facts on the command line.") { File = path };
}
