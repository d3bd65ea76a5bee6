namespace SpikeData.Recipes;

/// <summary>Stops reading a file that is beyond the limits, at the place where it goes beyond them.</summary>
sealed class TooLargeException(SourceSpan span, string message) : Exception(message)
{
    public SourceSpan Span { get; } = span;
}
