using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the class by which a project's C# code reaches its models.</summary>
static class ModelsWriter
{
    public static void Write(SourceProductionContext output, DatasetsModel model)
    {
        CodeWriter code = new();
        TypeNames types = new(model.Shadowed, ["Datasets", "Models"]);
        ValueWriter values = new(types);
        code.Line("/// <summary>The models of this project, as datasets.yaml describes them.</summary>");
        using (code.Block("public static partial class Models"))
        {
            foreach (ModelRecipe recipe in model.Models)
            {
                code.Line($"/// <summary>The model <c>{recipe.Name}</c>.</summary>")
                    .Line($"public static {types[recipe.Kind.Variant.TypeName]} {KebabCase.ToPascal(recipe.Name)} {{ get; }} = new({values.Arguments(recipe.Kind.Arguments)});")
                    .Line();
            }

            string named = types[Contract.NamedModel];
            code.Line("/// <summary>Every model with its name, in the order of the file.</summary>")
                .Line($"public static global::System.Collections.Generic.IReadOnlyList<{named}> All =>")
                .Line($"    [{string.Join(", ", model.Models.Select(recipe => $"new({ValueWriter.Literal(recipe.Name)}, {KebabCase.ToPascal(recipe.Name)})"))}];");
        }

        SourceFile.Add(output, "Models.g.cs", model.Origin, model.Namespace, types, code);
    }
}
