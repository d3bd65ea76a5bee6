using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>A recipe file as read: its recipes, ready to run, and what is wrong with the others.</summary>
/// <param name="Path">The file, as a full path.</param>
/// <param name="Pipelines">The recipes without fault, in the order of the file.</param>
/// <param name="Problems">Everything wrong, each in the form that build tools understand.</param>
sealed record RecipeFile(string Path, IReadOnlyList<Pipeline> Pipelines, IReadOnlyList<string> Problems)
{
    /// <summary>What a recipe file may hold at most, in bytes; the reader of recipes has finer limits.</summary>
    const long MostBytes = 16 << 20;

    /// <summary>The models without fault, in the order of the file.</summary>
    internal IReadOnlyList<NamedModel> Models { get; private init; } = [];

    /// <summary>The folder that paths in the recipes are relative to.</summary>
    internal string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <exception cref="SpikeDataException">SPIKE120: the file cannot be read.</exception>
    internal static RecipeFile Read(string path, StageCatalog catalog) => Of(Text(path), path, catalog);

    /// <summary>A text that may become a recipe file.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="path">Where it would stand.</param>
    /// <param name="catalog">The stages that it may name.</param>
    internal static RecipeFile Of(string text, string path, StageCatalog catalog)
    {
        RecipeBook book = RecipeReader.Read(text, catalog.Schemas);
        StageBinder binder = new(catalog);
        string full = System.IO.Path.GetFullPath(path);
        Pipeline[] pipelines = [.. book.Recipes.Zip(book.Marks, (recipe, marks) => new InterpretedPipeline(recipe, marks, full, binder))];
        return new(full, pipelines, [.. book.Problems.Select(problem => problem.ToString(path))])
        {
            Models = [.. book.Models.Select(new StageBinder(catalog) { Datasets = pipelines }.Bind)],
        };
    }

    /// <summary>The recipes of these names, in the order of the file; all of them when no name is given.</summary>
    /// <exception cref="SpikeDataException">SPIKE121: there is no recipe of a name.</exception>
    internal IReadOnlyList<Pipeline> Choose(IReadOnlyCollection<string> names)
    {
        foreach (string name in names.Where(name => Pipelines.All(pipeline => pipeline.Name != name)))
        {
            throw new SpikeDataException("SPIKE121", $"There is no data set '{name}'. There are: {string.Join(", ", Pipelines.Select(pipeline => pipeline.Name))}.") { File = Path };
        }

        return [.. Pipelines.Where(pipeline => names.Count == 0 || names.Contains(pipeline.Name))];
    }

    /// <summary>The data sets and models of these names, in the order of the file; all of them when no name is given.</summary>
    /// <returns>Each a <see cref="Pipeline"/> or a <see cref="NamedModel"/>.</returns>
    /// <exception cref="SpikeDataException">SPIKE121: there is neither of a name.</exception>
    internal IReadOnlyList<object> ChooseAny(IReadOnlyCollection<string> names)
    {
        string[] datasets = [.. names.Where(name => Models.All(model => model.Name != name))];
        IEnumerable<object> chosen = names.Count > 0 && datasets.Length == 0 ? [] : Choose(datasets);
        return [.. chosen, .. Models.Where(model => names.Count == 0 || names.Contains(model.Name))];
    }

    /// <summary>The model of a name.</summary>
    /// <exception cref="SpikeDataException">SPIKE124: there is none.</exception>
    internal NamedModel Model(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new SpikeDataException("SPIKE124", $"There is no model '{name}'. There are: {Wording.List(Models.Select(model => model.Name))}.") { File = Path };

    /// <summary>The model, where there is one and no more.</summary>
    /// <exception cref="SpikeDataException">SPIKE143: there is none, or there are several.</exception>
    internal NamedModel OnlyModel() => Models.Count == 1 ? Models[0] : throw new SpikeDataException("SPIKE143", Models.Count == 0
        ? "There is no model in this file, so there is nothing to train. Write one under 'models:'; docs/ssdm.md and samples/ssdm show how."
        : $"There are several models, so name one: {string.Join(", ", Models.Select(model => model.Name))}.") { File = Path };

    static string Text(string path)
    {
        try
        {
            if (System.IO.Directory.Exists(path)) throw new IOException("It is a folder.");
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw new IOException("It is larger than 16 MiB.");
            return InputFile.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SpikeDataException("SPIKE120", $"The recipe file cannot be read: {unreadable.Message} Name another one with --recipes FILE.", unreadable) { File = path };
        }
    }
}
