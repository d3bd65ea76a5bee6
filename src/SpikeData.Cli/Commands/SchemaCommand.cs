using System.CommandLine;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary><c>spikedata schema</c>: writes the JSON schema by which editors complete and check recipe files.</summary>
static class SchemaCommand
{
    internal static Command Create()
    {
        AssemblyOption assembly = new();
        Command command = new("schema", "Writes the JSON schema by which editors complete and check recipe files; name it on the first line of one: # yaml-language-server: $schema=FILE") { assembly };
        command.SetAction(line => line.InvocationConfiguration.Output.Write(RecipeJsonSchema.Write(assembly.Read(line).Schemas)));
        return command;
    }
}
