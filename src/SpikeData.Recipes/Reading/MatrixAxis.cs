namespace SpikeData.Recipes;

/// <summary>One parameter of a matrix, the place of its stage in the recipe, and its values.</summary>
sealed record MatrixAxis(int Step, YamlScalar Parameter, IReadOnlyList<YamlScalar> Values)
{
    const int LongestPart = 32;

    /// <summary>The data sets that one becomes, one per value.</summary>
    public IEnumerable<DatasetDraft> Apply(DatasetDraft draft) => Values.Select(value => draft with
    {
        Name = $"{draft.Name}-{NamePart(value)}",
        Steps = [.. draft.Steps.Select((step, place) => place == Step ? step.With(new(Parameter, value)) : step)],
    });

    /// <summary>What a value adds to the name: its letters and digits; nothing when it has none, or far too many.</summary>
    public static string NamePart(YamlScalar value) =>
        value.Text.Length > LongestPart ? "" : KebabCase.FromText(value.Text);
}
