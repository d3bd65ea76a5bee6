namespace SpikeData.Recipes;

/// <summary>A stretch of text in a file. Lines and columns count from 1, <paramref name="Start"/> from 0, all in UTF-16 units.</summary>
public readonly record struct SourceSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The very beginning of a file.</summary>
    public static SourceSpan Top => new(0, 0, 1, 1, 1, 1);

    /// <summary>The part of it that lies within a text of <paramref name="length"/>: a parser may point behind the end.</summary>
    internal SourceSpan Within(int length) => this with { Start = Math.Min(Start, length), Length = Math.Min(Length, Math.Max(0, length - Start)) };
}
