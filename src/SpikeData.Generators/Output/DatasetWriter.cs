using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the data set of a recipe: its samples as C# sees them, and the recipe's numbers as constants.</summary>
static class DatasetWriter
{
    public static void Write(CodeWriter code, Recipe recipe, PipelineNames names, TypeNames types)
    {
        code.Line($"/// <summary>The data set <c>{recipe.Name}</c>, with the numbers of its recipe as constants.</summary>");
        using (code.Block($"public sealed class {names.DatasetClass}() : {types[Contract.Dataset]}(new {names.PipelineClass}())"))
        {
            foreach (RecipeConstant constant in RecipeConstant.All(recipe, names))
            {
                code.Line($"/// <summary>{CodeWriter.Xml(constant.Summary)}</summary>")
                    .Line($"public const {constant.Type} {constant.Name} = {constant.Value};")
                    .Line();
            }

            code.Line("/// <summary>The recipe, typed.</summary>")
                .Line($"public new {names.PipelineClass} Pipeline => ({names.PipelineClass})base.Pipeline;");
        }
    }
}
