using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the class by which a project's C# code reaches its data sets, and the program's entry where the project asks for it.</summary>
static class DatasetsWriter
{
    const string File = "Datasets.g.cs";

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

        SourceFile.Add(output, File, model.Origin, model.Namespace, types, code);
        if (model.Models.Count > 0) ModelsWriter.Write(output, model);
        if (model.GeneratesEntryPoint) EntryPoint(output, model);
    }

    static void EntryPoint(SourceProductionContext output, DatasetsModel model)
    {
        CodeWriter code = new();
        TypeNames types = new(model.Shadowed, ["Datasets", "Models", "DatasetsEntryPoint"]);
        code.Line("/// <summary>Builds the data sets and trains the models that the command line names.</summary>");
        using (code.Block("static class DatasetsEntryPoint"))
        {
            string names = Names(model, "Datasets.", ".Pipeline");
            code.Line($"static int Main(string[] args) => {types[Contract.DatasetProgram]}.Run(args, [{names}]{(model.Models.Count > 0 ? ", Models.All" : "")});");
        }

        SourceFile.Add(output, "DatasetsEntryPoint.g.cs", model.Origin, model.Namespace, types, code);
    }

    static string Names(DatasetsModel model, string before, string after = "") =>
        string.Join(", ", model.Entries.Select(entry => before + KebabCase.ToPascal(entry.Name) + after));
}
