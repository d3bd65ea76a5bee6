using System.Reflection;

namespace SpikeData.Build;

/// <summary>Runs the compiled recipes of a project, whatever its Main does: <c>SpikeData.Build.dll PROGRAM.dll build ...</c></summary>
/// <remarks>Started with the project's own .deps.json and .runtimeconfig.json, so that it finds the libraries and the runtime that the project asks for.</remarks>
static class ProgramHost
{
    /// <summary>By which the generator marks the assembly; the value is the full name of a class with <c>static int Run(string[])</c>.</summary>
    const string Mark = "SpikeData.Program";

    const string NoRecipes = "SPIKE292";

    static int Main(string[] arguments)
    {
        Assembly program = Assembly.LoadFrom(arguments[0]);
        string? name = program.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == Mark)?.Value;
        if (name is null)
        {
            Console.WriteLine($"{arguments[0]}: error {NoRecipes}: The assembly holds no compiled recipes. Does the project name a datasets.yaml, and does its generator run?");
            return 1;
        }

        return program.GetType(name, throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Func<string[], int>>()(arguments[1..]);
    }
}
