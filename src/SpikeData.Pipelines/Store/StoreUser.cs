namespace SpikeData.Pipelines;

/// <summary>A data set that keeps its clips in a store: what recipe it is of, where it appears, and the clips that its latest build asked for.</summary>
/// <param name="Machine">The machine that built.</param>
/// <param name="RecipeDirectory">The folder of the recipe file.</param>
/// <param name="OutputDirectory">The folder in which data sets appear.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Part">Which part of the clips was asked for, such as "3/16"; empty for all.</param>
/// <param name="Clips">The keys of the clips.</param>
sealed record StoreUser(string Machine, string RecipeDirectory, string OutputDirectory, string Dataset, string Part, IReadOnlyList<ContentKey> Clips)
{
    /// <summary>What is wrong with an entry beyond its form, or null.</summary>
    public static string? FaultOf(StoreUser user) => user.Clips.Contains(null!) ? "a clip is null." : null;

    /// <summary>Where the data set is when it is whole.</summary>
    public string Directory() => Path.Combine(OutputDirectory, Dataset);

    /// <summary>Whether another entry is of the same data set, or of a part of it.</summary>
    public bool IsOf(string recipeDirectory, string outputDirectory, string dataset) =>
        (RecipeDirectory, OutputDirectory, Dataset) == (recipeDirectory, outputDirectory, dataset);
}
