using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeData.Pipelines;

/// <summary>How names of clips say a number of frames, such as <c>GOPR????_{frames}_??</c>; <c>*</c> and <c>?</c> stand for anything else.</summary>
[Scalar(@"[^{}/\\]*\{frames\}[^{}/\\]*", "GOPR????_{frames}_??")]
public sealed record NameWithFrames
{
    const string Number = "{frames}";

    readonly Regex fromLeft, fromRight;

    NameWithFrames(string text)
    {
        Text = text;
        string form = Regex.Escape(text)
            .Replace(@"\*", ".*", StringComparison.Ordinal)
            .Replace(@"\?", ".", StringComparison.Ordinal)
            .Replace(@"\{frames}", "(?<![0-9])(?<frames>[0-9]+)(?![0-9])", StringComparison.Ordinal);
        fromLeft = new($"^{form}$", RegexOptions.CultureInvariant);
        fromRight = new($"^{form}$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft);
    }

    /// <summary>The pattern.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">The text does not hold <c>{frames}</c> once, or holds other braces or a slash.</exception>
    public static NameWithFrames Parse(string text)
    {
        string[] around = text.Split(Number);
        if (around.Length == 2 && around.All(part => part.AsSpan().IndexOfAny(@"{}/\") < 0)) return new(text);
        throw new FormatException($"'{text}' is no pattern for names that say a number of frames; write one such as GOPR????_{Number}_??.");
    }

    /// <summary>The number that a name says; null where it says none, or where it can be read in two ways.</summary>
    public int? Read(string name)
    {
        string found = fromLeft.Match(name).Groups["frames"].Value;
        bool isOne = found.Length > 0 && fromRight.Match(name).Groups["frames"].Value == found;
        return isOne && int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out int frames) ? frames : null;
    }

    public bool Equals(NameWithFrames? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
