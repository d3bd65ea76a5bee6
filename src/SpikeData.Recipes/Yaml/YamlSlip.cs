namespace SpikeData.Recipes;

/// <summary>What a person got wrong in a file that is not YAML, and where.</summary>
sealed record YamlSlip(SourceSpan Span, string Message);
