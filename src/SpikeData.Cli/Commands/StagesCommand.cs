using System.CommandLine;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary><c>spikedata stages</c>: lists the stages, or describes them all in Markdown.</summary>
static class StagesCommand
{
    internal static Command Create()
    {
        Option<bool> markdown = new("--markdown") { Description = "Describes every stage and parameter in Markdown, as in docs/recipes.md." };
        AssemblyOption assembly = new();
        Command command = new("stages", "Lists the stages that a recipe may name.") { markdown, assembly };
        command.SetAction(line =>
        {
            StageSchemas schemas = assembly.Read(line).Schemas;
            TextWriter output = line.InvocationConfiguration.Output;
            if (line.GetValue(markdown)) output.Write(StagePages.Markdown(schemas));
            else foreach (StageSchema stage in schemas.Stages) output.WriteLine($"{stage.Name,-18} {stage.Summary}");
            return ExitCode.Success;
        });
        return command;
    }
}
