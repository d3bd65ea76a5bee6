namespace SpikeData.Recipes;

/// <summary>A stretch of text in a file. Lines and columns count from 1, <paramref name="Start"/> from 0, all in UTF-16 units.</summary>
public readonly record struct SourceSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The very beginning of a file.</summary>
    public static SourceSpan Top => new(0, 0, 1, 1, 1, 1);
}
