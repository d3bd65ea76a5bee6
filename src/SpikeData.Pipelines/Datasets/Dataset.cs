using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>A finished data set on the disk. Generated classes derive from it and add the shapes as constants.</summary>
/// <param name="pipeline">The recipe it was built by.</param>
public class Dataset(Pipeline pipeline)
{
    /// <summary>The recipe it was built by.</summary>
    public Pipeline Pipeline { get; } = pipeline;

    /// <summary>The samples, sorted by split, clip and number; files are read when a sample is asked for them.</summary>
    /// <param name="directory">The folder of the data set; found beside the recipe unless given.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="SpikeDataException">The data set is not built, or not to its end (SPIKE415); its manifest cannot be used (SPIKE435).</exception>
    public async IAsyncEnumerable<Sample> Samples(string? directory = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        (string folder, Manifest manifest) = await Task.Run(() => Built(directory), cancellation).ConfigureAwait(false);
        foreach (Sample sample in SamplesOf(manifest, folder))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return sample;
        }
    }

    /// <summary>Where the data set lies and what it holds.</summary>
    internal (string Folder, Manifest Manifest) Built(string? directory)
    {
        string folder = Path.GetFullPath(directory ?? Find());
        return (folder, Manifest.Find(folder) ?? throw Errors.NotBuilt(Pipeline.Name, folder));
    }

    /// <summary>Looks for <c>artifacts/datasets/name</c> beside the recipe, and in the folders above the current one and above the program.</summary>
    string Find() => BesideRecipe()
        .Concat(new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }.SelectMany(Above))
        .Select(folder => Path.Combine(folder, "artifacts", "datasets", Pipeline.Name))
        .FirstOrDefault(Directory.Exists) ?? throw Errors.NotBuilt(Pipeline.Name, Environment.CurrentDirectory);

    /// <summary>A build leaves the path of the recipe file beside the program, and beside every program that refers to it.</summary>
    IEnumerable<string> BesideRecipe()
    {
        string note = Path.Combine(AppContext.BaseDirectory, $"{Pipeline.GetType().Assembly.GetName().Name}.recipes.txt");
        return File.Exists(note) && Path.GetDirectoryName(File.ReadAllText(note).Trim()) is { Length: > 0 } folder ? [folder] : [];
    }

    static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? above = new(folder); above is not null; above = above.Parent) yield return above.FullName;
    }

    /// <summary>The samples of a data set whose files are in place.</summary>
    internal static IEnumerable<Sample> SamplesOf(Manifest manifest, string folder)
    {
        DatasetFiles content = new(folder, manifest);
        return manifest.Clips.SelectMany(clip => SamplesOf(manifest, clip, content));
    }

    static IEnumerable<Sample> SamplesOf(Manifest manifest, ManifestClip clip, DatasetFiles content)
    {
        JsonObject products = ProductFacts.Merge(manifest.Products, clip.Products);
        ILookup<int, StoredFile> files = clip.Files.OrderBy(file => file.Number).ToLookup(file => file.Exposure);
        return clip.Samples.Select(sample => new Sample(content, clip, products, sample.Label, [.. files[sample.Exposure]]));
    }
}
