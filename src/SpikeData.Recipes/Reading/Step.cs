namespace SpikeData.Recipes;

/// <summary>One item of a recipe's list of stages: <c>synthesize-blur</c>, or <c>expose: { frames: 97 }</c>.</summary>
sealed record Step(YamlScalar Name, YamlMapping? Parameters)
{
    /// <summary>The same step with one parameter set.</summary>
    public Step With(YamlEntry parameter)
    {
        IEnumerable<YamlEntry> others = Parameters is null ? [] : Parameters.Entries.Where(entry => entry.Key.Text != parameter.Key.Text);
        return this with { Parameters = new([.. others, parameter], Parameters?.Span ?? Name.Span) };
    }

    /// <summary>The same step with the parameters of <paramref name="below"/> where it gives none itself.</summary>
    public Step Over(Step below) => this with
    {
        Parameters = Parameters is null || below.Parameters is null ? Parameters ?? below.Parameters : Parameters.Over(below.Parameters),
    };
}
