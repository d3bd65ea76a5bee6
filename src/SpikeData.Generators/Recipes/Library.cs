using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>All recipes of the project, and what is wrong with others.</summary>
/// <param name="Files">The recipe files, sorted by name.</param>
/// <param name="Entries">The recipes without fault, in the order of the files.</param>
/// <param name="Models">The models without fault.</param>
/// <param name="Findings">What is wrong.</param>
sealed record Library(EquatableArray<string> Files, EquatableArray<LibraryEntry> Entries, EquatableArray<ModelRecipe> Models, EquatableArray<Finding> Findings)
{
    /// <summary>What generated files name as their origin.</summary>
    public string Origin => string.Join(", ", Files);

    public static Library Read(IReadOnlyList<RecipeFile> files, StageCatalog catalog)
    {
        List<LibraryEntry> entries = [];
        List<ModelRecipe> models = [];
        List<Finding> findings = [];
        List<RecipeFile> sorted = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        foreach (RecipeFile file in sorted) Read(file, catalog, entries, models, findings);
        return new(sorted.Select(file => file.Name).ToEquatableArray(), entries.ToEquatableArray(), models.ToEquatableArray(), findings.ToEquatableArray());
    }

    static void Read(RecipeFile file, StageCatalog catalog, List<LibraryEntry> entries, List<ModelRecipe> models, List<Finding> findings)
    {
        Place top = new(file.Path, SourceSpan.Top);
        if (file.Text is null)
        {
            findings.Add(new(FindingId.NoFile,
                "The recipe file cannot be read. Put it back, or take it out of the project's SpikeDataRecipes property.", top));
            return;
        }

        if (!catalog.HasContract)
        {
            findings.Add(new(FindingId.NoPipelines,
                $"The project does not reference {ContractNames.Namespace}, which holds the stages. Reference the package SpikeData.Tools.", top));
            return;
        }

        try
        {
            RecipeBook book = RecipeReader.Read(file.Text, catalog.Schemas);
            findings.AddRange(book.Problems.Select(problem => new Finding(problem.Id, problem.Message, new(file.Path, problem.Span))));
            for (int i = 0; i < book.Recipes.Count; i++) Add(new(file.Name, book.Recipes[i], book.Marks[i]), file.Path, entries, findings);
            models.AddRange(book.Models.Where(model => models.All(other => KebabCase.ToPascal(other.Name) != KebabCase.ToPascal(model.Name))));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            findings.Add(Report.Failure(error, top));
        }
    }

    static void Add(LibraryEntry entry, string path, List<LibraryEntry> entries, List<Finding> findings)
    {
        string pascal = KebabCase.ToPascal(entry.Recipe.Name);
        LibraryEntry? first = entries.FirstOrDefault(other => KebabCase.ToPascal(other.Recipe.Name) == pascal);
        if (first is null)
        {
            entries.Add(entry);
            return;
        }

        string message = $"{first.File} has a recipe '{first.Recipe.Name}' already, and both would have the C# name {pascal}. Rename one of them.";
        findings.Add(new(FindingId.SameName, message, new(path, entry.Marks.Name)));
    }
}
