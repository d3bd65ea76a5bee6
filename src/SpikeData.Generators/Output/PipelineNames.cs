using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>The names of a recipe's classes, and of the properties and variables of its stages.</summary>
sealed class PipelineNames
{
    // Members that the class has already.
    static readonly string[] Inherited =
    [
        "Name", "Description", "Mark", "MarkOf", "Source", "Stages", "Inputs", "CodeVersion", "Record",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
    ];

    public PipelineNames(Recipe recipe)
    {
        Dataset = KebabCase.ToPascal(recipe.Name);
        HashSet<string> properties = [.. Inherited, PipelineClass];
        HashSet<string> variables = ["clip"];
        Properties = [.. recipe.Stages.Select(stage => Unused(TypeNames.Short(stage.Schema.TypeName), properties))];
        Variables = [.. recipe.Stages.Select((stage, place) => place == 0 ? "clip" : VariableOf(stage, Properties[place], variables))];
    }

    public string Dataset { get; }

    public string PipelineClass => Dataset + "Pipeline";

    public string DatasetClass => Dataset + "Dataset";

    /// <summary>A property for each stage.</summary>
    public IReadOnlyList<string> Properties { get; }

    /// <summary>A variable for what each stage gives; the source's is the parameter.</summary>
    public IReadOnlyList<string> Variables { get; }

    static string VariableOf(RecipeStage stage, string property, HashSet<string> used)
    {
        string type = TypeNames.Short(stage.Schema.Output.TypeName.Split('<')[0]).TrimEnd('[', ']');
        string name = char.ToLowerInvariant(type[0]) + type.Substring(1);
        return ValueWriter.Identifier(used.Add(name) ? name : Unused($"{name}After{property}", used));
    }

    static string Unused(string name, HashSet<string> used)
    {
        string free = name;
        for (int i = 2; !used.Add(free); i++) free = name + i;
        return free;
    }
}
