namespace SpikeData.Pipelines;

/// <summary>A place in a recipe file; line and column count from 1.</summary>
public readonly record struct RecipeMark(string File, int Line, int Column)
{
    public override string ToString() => $"{File}({Line},{Column})";
}
