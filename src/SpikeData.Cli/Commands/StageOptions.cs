using System.CommandLine;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The parameters of a stage as options, and the stage that a command line makes of them.</summary>
sealed class StageOptions
{
    readonly StageSchema stage;
    readonly StageCatalog catalog;
    readonly Option<string>[] keys;

    /// <param name="stage">The stage.</param>
    /// <param name="catalog">Where it comes from.</param>
    /// <param name="besides">Keys that make no sense outside of a recipe.</param>
    internal StageOptions(StageSchema stage, StageCatalog catalog, params string[] besides)
    {
        (this.stage, this.catalog) = (stage, catalog);
        keys = [.. StageKeys.Of(stage, catalog.Schemas).Where(key => !besides.Contains(key.Name[2..]))];
    }

    /// <param name="variant">A variant by itself.</param>
    /// <param name="catalog">Where it comes from.</param>
    internal StageOptions(VariantSchema variant, StageCatalog catalog)
        : this(new StageSchema(variant.Name, variant.TypeName, variant.Version, variant.Summary, new("", false), new("", default),
            variant.Parameters), catalog)
    {
    }

    /// <summary>Chooses a variant unless another one is asked for, so that its own keys can be given alone.</summary>
    internal StageOptions Preset(string key, string variant)
    {
        keys.Single(option => option.Name == "--" + key).DefaultValueFactory = _ => variant;
        return this;
    }

    internal void AddTo(Command command)
    {
        foreach (Option<string> key in keys) command.Add(key);
    }

    /// <summary>The stage, or null once it has been said what is wrong.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="known">Keys that are no options, with their values.</param>
    internal object? Bind(ParseResult line, params IEnumerable<KeyValuePair<string, string>> known)
    {
        IEnumerable<KeyValuePair<string, string>> words = known.Concat(
            from key in keys let value = line.GetValue(key) where value is not null select KeyValuePair.Create(key.Name[2..], value));
        (RecipeStage? bound, EquatableArray<Problem> problems) = LoneStage.Read(stage, words, catalog.Schemas);
        foreach (Problem problem in problems) line.InvocationConfiguration.Error.WriteLine($"spikedata: error {problem.Id}: {problem.Message}");
        return bound is null ? null : new StageBinder(catalog).Bind(bound);
    }
}
