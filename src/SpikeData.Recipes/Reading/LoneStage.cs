namespace SpikeData.Recipes;

/// <summary>A stage by itself, outside a recipe, as a command line gives it: parameters as words, lists and mappings as YAML writes them on one line.</summary>
public static class LoneStage
{
    /// <summary>Checks the words against the stage's parameters, those of chosen variants included.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="words">Keys with their values, such as ("model", "physical").</param>
    /// <param name="schemas">The variants there are.</param>
    /// <returns>The stage with its arguments, or null, and everything that is wrong.</returns>
    public static (RecipeStage? Stage, EquatableArray<Problem> Problems) Read(
        StageSchema stage, IEnumerable<KeyValuePair<string, string>> words, StageSchemas schemas)
    {
        ProblemList problems = new();
        YamlMapping given = new([.. words.Select(word => new YamlEntry(Scalar(word.Key), Value(word.Value, problems)))], SourceSpan.Top);
        EquatableArray<Argument>? arguments = new ArgumentBinder(schemas, problems).Bind(stage.Name, stage.Parameters, given, SourceSpan.Top);
        return (arguments is { } sound ? new(stage, sound, default) : null, problems.InFileOrder(length: 0));
    }

    static YamlNode Value(string text, ProblemList problems) => text is ['[' or '{', ..] && YamlTree.Read(text, problems) is { } node ? node : Scalar(text);

    static YamlScalar Scalar(string text) => new(text, IsPlain: true, SourceSpan.Top);
}
