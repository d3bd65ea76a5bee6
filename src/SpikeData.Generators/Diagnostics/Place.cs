using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>A place in a file, YAML or C#, that compares by value.</summary>
sealed record Place(string Path, SourceSpan Span)
{
    /// <summary>Where a symbol or a piece of syntax stands; null when that is not a source file.</summary>
    public static Place? Of(Location? location)
    {
        if (location?.SourceTree is null) return null;
        FileLinePositionSpan lines = location.GetLineSpan();
        (LinePosition start, LinePosition end) = (lines.StartLinePosition, lines.EndLinePosition);
        return new(lines.Path, new(
            location.SourceSpan.Start, location.SourceSpan.Length, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1));
    }

    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Span.Start, Span.Length),
        new LinePositionSpan(Position(Span.Line, Span.Column), Position(Span.EndLine, Span.EndColumn)));

    static LinePosition Position(int line, int column) => new(Math.Max(0, line - 1), Math.Max(0, column - 1));
}
