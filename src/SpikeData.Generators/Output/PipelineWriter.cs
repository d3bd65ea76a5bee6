using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes a recipe as a class: its stages as properties, and how a clip passes through them as straight-line code.</summary>
sealed class PipelineWriter
{
    readonly CodeWriter code = new();
    readonly PipelineModel model;
    readonly Recipe recipe;
    readonly PipelineNames names;
    readonly TypeNames types;
    readonly ValueWriter values;

    PipelineWriter(PipelineModel model)
    {
        this.model = model;
        recipe = model.Recipe;
        names = new(recipe);
        types = new(model.Shadowed, [names.PipelineClass, names.DatasetClass, "Datasets"]);
        values = new(types);
    }

    public static void Write(SourceProductionContext output, PipelineModel model)
    {
        PipelineWriter writer = new(model);
        writer.Pipeline();
        writer.code.Line();
        DatasetWriter.Write(writer.code, model.Recipe, writer.names, writer.types);
        SourceFile.Add(output, $"{writer.names.Dataset}.Pipeline.g.cs", model.File, model.Namespace, writer.types, writer.code);
    }

    void Pipeline()
    {
        code.Line($"/// <summary>The recipe <c>{recipe.Name}</c>.{CodeWriter.Sentence(recipe.Description)}</summary>");
        using (code.Block($"public sealed partial class {names.PipelineClass} : {types[Contract.Pipeline]}"))
        {
            Facts();
            Stages();
            code.Line();
            Record();
        }
    }

    void Facts()
    {
        Member("string Name", ValueWriter.Literal(recipe.Name));
        if (recipe.Description.Length > 0) Member("string Description", ValueWriter.Literal(recipe.Description));
        Member($"{types[Contract.ClipSource]} Source", names.Properties[0]);
        Member("global::System.Collections.Generic.IReadOnlyList<object> Stages", $"[{string.Join(", ", names.Properties)}]");
        string inputs = string.Join(", ", recipe.Stages.Select(stage => $"[{string.Join(", ", stage.Inputs)}]"));
        const string list = "global::System.Collections.Generic.IReadOnlyList";
        code.Line("/// <inheritdoc/>").Line($"protected override {list}<{list}<int>> Inputs => [{inputs}];").Line();
        if (model.CodeVersion.Length > 0) Member("string CodeVersion", ValueWriter.Literal(model.CodeVersion));
    }

    void Member(string signature, string value) => code.Line("/// <inheritdoc/>").Line($"public override {signature} => {value};").Line();

    void Stages()
    {
        for (int i = 0; i < recipe.Stages.Count; i++)
        {
            RecipeStage stage = recipe.Stages[i];
            if (i > 0) code.Line();
            code.Line($"/// <summary><c>{CodeWriter.Xml(YamlWriter.Stage(stage))}</c></summary>")
                .Line($"public {types[stage.Schema.TypeName]} {names.Properties[i]} {{ get; }} = new({values.Arguments(stage.Arguments)});");
        }
    }

    void Record()
    {
        code.Line("/// <inheritdoc/>");
        using (code.Block($"protected override {types[ContractNames.Samples]} Record({types[ContractNames.Clip]} clip)"))
        {
            for (int i = 1; i < recipe.Stages.Count; i++)
            {
                RecipeStage stage = recipe.Stages[i];
                string inputs = string.Join(", ", stage.Inputs.Select(place => names.Variables[place]));
                string call = $"{names.Properties[i]}.Apply({(stage.Schema.Input.TakesEvery ? $"[{inputs}]" : inputs)});";
                bool isLast = i == recipe.Stages.Count - 1;
                code.Line(isLast ? $"return {call}" : $"{types.Local(stage.Schema.Output.TypeName)} {names.Variables[i]} = {call}");
            }
        }
    }
}
