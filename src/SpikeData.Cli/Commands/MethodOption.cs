using System.CommandLine;
using SpikeData.Recipes;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>--method NAME</c>: a method, with its keys in braces where it has some: <c>--method "{ mine: { gain: 2 } }"</c>.</summary>
sealed class MethodOption : Option<string>
{
    readonly StageCatalog catalog;

    internal MethodOption(StageCatalog catalog)
        : base("--method")
    {
        this.catalog = catalog;
        Description = $"What makes the images: {catalog.NamesOf<IMethod>()}; keys of one stand in braces: \"{{ NAME: {{ KEY: VALUE }} }}\".";
        HelpName = "NAME";
        DefaultValueFactory = _ => "ldn";
    }

    /// <summary>The method, or null once it has been said what is wrong.</summary>
    internal IMethod? Bind(ParseResult line)
    {
        ParameterSchema method = new("method", "Method", new ParameterType.Choice(typeof(IMethod).FullName!), Required: true);
        StageSchema lone = new("deblur", "", 1, "", new("", false), new("", default), new([method]));
        (RecipeStage? bound, EquatableArray<Problem> problems) =
            LoneStage.Read(lone, [KeyValuePair.Create("method", line.GetValue(this)!)], catalog.Schemas);
        foreach (Problem problem in problems) line.InvocationConfiguration.Error.WriteLine($"spikedata: error {problem.Id}: {problem.Message}");
        return bound is null ? null : (IMethod)new StageBinder(catalog).Bind(bound.Arguments[0].Value, typeof(IMethod));
    }
}
