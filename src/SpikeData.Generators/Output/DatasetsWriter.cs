using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the class by which a project's C# code reaches its data sets, and the program that builds them.</summary>
static class DatasetsWriter
{
    const string File = "Datasets.g.cs", ProgramClass = "DatasetsProgram";

    public static void Write(SourceProductionContext output, DatasetsModel model)
    {
        if (model.Origin.Length == 0) return;
        CodeWriter code = new();
        TypeNames types = new(model.Shadowed, ["Datasets"]);
        code.Line("/// <summary>The data sets of this project, one per recipe.</summary>");
        using (code.Block("public static partial class Datasets"))
        {
            foreach (DatasetEntry entry in model.Entries)
            {
                string name = KebabCase.ToPascal(entry.Name);
                code.Line($"/// <summary>The data set <c>{entry.Name}</c>.{CodeWriter.Sentence(entry.Description)}</summary>")
                    .Line($"public static {name}Dataset {name} {{ get; }} = new();")
                    .Line();
            }

            code.Line("/// <summary>Every data set, in the order of the recipes.</summary>")
                .Line($"public static global::System.Collections.Generic.IReadOnlyList<{types[Contract.Dataset]}> All => [{Names(model, "")}];");
        }

        // Code of the project names its data sets without naming a namespace that it never wrote.
        SourceFile.Add(output, File, model.Origin, model.Namespace, types, code, globalUsing: $"global using {model.Namespace};");
        if (model.Models.Count > 0) ModelsWriter.Write(output, model);
        Program(output, model);
    }

    /// <summary>A build finds the program by the assembly's mark, whoever owns Main; where nobody does, the program is Main too.</summary>
    static void Program(SourceProductionContext output, DatasetsModel model)
    {
        CodeWriter code = new();
        TypeNames types = new(model.Shadowed, ["Datasets", "Models", ProgramClass]);
        code.Line("/// <summary>Builds the data sets and trains the models that the command line names: <c>build demo</c>, <c>train</c>.</summary>");
        using (code.Block($"public static class {ProgramClass}"))
        {
            string names = Names(model, "Datasets.", ".Pipeline");
            code.Line("/// <returns>0 when all went well; otherwise what the program printed says more.</returns>")
                .Line($"public static int Run(string[] args) => {types[Contract.DatasetProgram]}.Run(args, [{names}]{(model.Models.Count > 0 ? ", Models.All" : "")});");
            if (model.GeneratesEntryPoint) code.Line().Line("static int Main(string[] args) => Run(args);");
        }

        SourceFile.Add(output, ProgramClass + ".g.cs", model.Origin, model.Namespace, types, code,
            attribute: $"[assembly: global::System.Reflection.AssemblyMetadata(\"SpikeData.Program\", \"{model.Namespace}.{ProgramClass}\")]");
    }

    static string Names(DatasetsModel model, string before, string after = "") =>
        string.Join(", ", model.Entries.Select(entry => before + KebabCase.ToPascal(entry.Name) + after));
}
