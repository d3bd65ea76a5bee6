namespace SpikeData.Pipelines;

/// <summary>Where clips lie, relative to the recipe: a file, or a pattern such as <c>data/{split}/raw/{clip}/*.png</c>.</summary>
/// <remarks><c>*</c> and <c>?</c> match within one name; <c>{split}</c> and <c>{clip}</c> do too and keep what they matched.</remarks>
[Scalar(@"([^{}*?]|[*?]|\{split\}|\{clip\})+", "data/{split}/{clip}/*.png")]
public sealed record SourcePattern
{
    SourcePattern(string text) => Text = text;

    /// <summary>The pattern with forward slashes.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">The text is empty or holds braces other than <c>{split}</c> and <c>{clip}</c>.</exception>
    public static SourcePattern Parse(string text)
    {
        string plain = text.Replace("{split}", "", StringComparison.Ordinal).Replace("{clip}", "", StringComparison.Ordinal);
        if (text.Length > 0 && plain.AsSpan().IndexOfAny('{', '}') < 0) return new(text.Replace('\\', '/'));
        throw new FormatException($"'{text}' is not a source; write a path such as data/{{split}}/{{clip}}/*.png, with no braces but {{split}} and {{clip}}.");
    }

    public override string ToString() => Text;
}
