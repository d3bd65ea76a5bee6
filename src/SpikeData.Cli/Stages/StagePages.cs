using System.Text;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The stages and their parameters as a page of Markdown, written from their signatures.</summary>
static class StagePages
{
    internal static string Markdown(StageSchemas schemas)
    {
        StringBuilder page = new();
        page.Append("# Stages and their parameters\n\n");
        page.Append("How recipes are written stands in [recipe-language.md](recipe-language.md). This page is written by `spikedata stages --markdown`\n");
        page.Append("from the signatures of the stages.\n\n");
        page.Append("Stages: ").AppendJoin(" · ", schemas.Stages.Select(stage => $"[{stage.Name}](#{stage.Name})")).Append('\n');
        foreach (StageSchema stage in schemas.Stages)
        {
            page.Append($"\n## {stage.Name}\n\n{stage.Summary}\n\n{Flow(stage)}\n");
            Table(page, stage.Parameters, schemas);
            foreach (ParameterSchema parameter in stage.Parameters) Variants(page, parameter, schemas);
        }

        foreach (VariantSchema kind in schemas.Choice(ContractNames.Model).Variants) Model(page, kind, schemas);
        return page.ToString();
    }

    /// <summary>One stage for a terminal: what it does, then each key with its form, default and meaning.</summary>
    internal static string Text(StageSchema stage, StageSchemas schemas)
    {
        StringBuilder page = new();
        page.Append($"{stage.Name}: {stage.Summary}\n{Flow(stage)}\n");
        Keys(page, stage.Parameters, schemas, "  ");
        return page.ToString();
    }

    static void Keys(StringBuilder page, EquatableArray<ParameterSchema> parameters, StageSchemas schemas, string indent)
    {
        foreach (ParameterSchema parameter in parameters)
        {
            string preset = parameter.Required ? "required" : parameter.Default is { } text ? $"default {text}" : "optional";
            page.Append($"{indent}{parameter.Name} ({preset}): {Wording.Form(parameter, schemas)}. {parameter.Summary}\n");
            if ((parameter.Type is ParameterType.List list ? list.Item : parameter.Type) is not ParameterType.Choice choice) continue;
            foreach (VariantSchema variant in schemas.Choice(choice.TypeName).Variants)
            {
                page.Append($"{indent}    {variant.Name}: {variant.Summary}\n");
                Keys(page, variant.Parameters, schemas, indent + "        ");
            }
        }
    }

    static void Model(StringBuilder page, VariantSchema kind, StageSchemas schemas)
    {
        page.Append($"\n## models: {kind.Name}\n\n{kind.Summary}\n");
        Table(page, kind.Parameters, schemas);
        foreach (ParameterSchema parameter in kind.Parameters) Variants(page, parameter, schemas);
    }

    static string Flow(StageSchema stage)
    {
        string gives = Wording.TypeName(stage.Output.TypeName);
        if (stage.IsSource) return $"A source: begins a recipe and gives {gives}.";
        string takes = Wording.TypeName(stage.Input.TypeName);
        return stage.Input.TakesEvery ? $"Takes every {takes} of the stages before it; gives {gives}." : $"Takes {takes}; gives {gives}.";
    }

    static void Table(StringBuilder page, EquatableArray<ParameterSchema> parameters, StageSchemas schemas)
    {
        if (parameters.Count == 0) return;
        page.Append("\n| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (ParameterSchema parameter in parameters)
        {
            string preset = parameter.Required ? "required" : parameter.Default is { } text ? $"`{text}`" : "";
            page.Append($"| `{parameter.Name}` | {Cell(Wording.Form(parameter, schemas))} | {Cell(preset)} | {Cell(parameter.Summary)} |\n");
        }
    }

    static void Variants(StringBuilder page, ParameterSchema parameter, StageSchemas schemas)
    {
        bool inList = parameter.Type is ParameterType.List;
        if ((parameter.Type is ParameterType.List list ? list.Item : parameter.Type) is not ParameterType.Choice choice) return;
        foreach (VariantSchema variant in schemas.Choice(choice.TypeName).Variants)
        {
            page.Append($"\n`{parameter.Name}: {(inList ? $"[{variant.Name}]" : variant.Name)}`: {variant.Summary}\n");
            Table(page, variant.Parameters, schemas);
            foreach (ParameterSchema own in variant.Parameters) Variants(page, own, schemas);
        }
    }

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
