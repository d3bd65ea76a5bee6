using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes where recipes and their stages stand, in a file of its own: a line more in datasets.yaml changes nothing else.</summary>
static class MarksWriter
{
    public static void Write(SourceProductionContext output, MarksModel model)
    {
        if (model.Library.Entries.Count == 0) return;
        CodeWriter code = new();
        TypeNames types = new(model.Shadowed, ["Datasets"]);
        foreach (LibraryEntry entry in model.Library.Entries)
        {
            PipelineNames names = new(entry.Recipe);
            using (code.Block($"partial class {names.PipelineClass}"))
            {
                string mark = types[Contract.RecipeMark];
                code.Line("/// <inheritdoc/>")
                    .Line($"public override {mark} Mark => {New(entry, entry.Marks.Name)};")
                    .Line()
                    .Line("/// <inheritdoc/>")
                    .Line($"protected override {mark} MarkOf(object stage) =>");
                for (int i = 0; i < names.Properties.Count; i++)
                    code.Line($"    ReferenceEquals(stage, {names.Properties[i]}) ? {New(entry, entry.Marks.Stages[i])} :");
                code.Line("    Mark;");
            }

            code.Line();
        }

        SourceFile.Add(output, "Marks.g.cs", model.Library.Origin, model.Namespace, types, code);
    }

    static string New(LibraryEntry entry, SourceSpan span) => $"new({ValueWriter.Literal(entry.File)}, {span.Line}, {span.Column})";
}
