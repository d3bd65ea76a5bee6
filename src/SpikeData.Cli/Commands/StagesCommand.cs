using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary><c>spikedata stages [NAME]</c>: lists the stages, describes one with its keys, or all in Markdown.</summary>
static class StagesCommand
{
    internal static Command Create()
    {
        Option<bool> markdown = new("--markdown") { Description = "Describes every stage and parameter in Markdown, as in docs/recipes.md." };
        AssemblyOption assembly = new();
        Argument<string?> name = new("name") { Description = "One stage, to see its keys with their forms and defaults.", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ => StageCatalog.Shipped.Schemas.Stages.Select(stage => stage.Name));
        JsonOption json = new();
        Command command = new("stages", "Lists the stages that a recipe may name, or the keys of one.") { name, markdown, assembly, json };
        command.SetAction(line =>
        {
            StageSchemas schemas = assembly.Read(line).Schemas;
            TextWriter output = line.InvocationConfiguration.Output;
            if (json.Print(line, () => new { stages = Chosen(schemas, line.GetValue(name)).Select(stage => StageReport.Of(stage, schemas)) })) return ExitCode.Success;
            if (line.GetValue(name) is { } one) output.Write(StagePages.Text(Choose(schemas, one), schemas));
            else if (line.GetValue(markdown)) output.Write(StagePages.Markdown(schemas));
            else foreach (StageSchema stage in schemas.Stages) output.WriteLine($"{stage.Name,-18} {stage.Summary}");
            return ExitCode.Success;
        });
        return command;
    }

    static IEnumerable<StageSchema> Chosen(StageSchemas schemas, string? name) => name is null ? schemas.Stages : [Choose(schemas, name)];

    static StageSchema Choose(StageSchemas schemas, string name) => schemas.Stage(name) ?? throw new SpikeDataException(
        "SPIKE102", $"Stage '{name}' does not exist. Stages: {string.Join(", ", schemas.Stages.Select(stage => stage.Name))}.");
}
