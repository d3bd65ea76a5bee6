using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Where a pipeline works and with what: the folder that recipes are relative to, the folders it writes, the device.</summary>
/// <param name="recipeDirectory">The folder of the recipe file; paths in a recipe begin here.</param>
/// <param name="device">What the kernels run on.</param>
public sealed class Workspace(string recipeDirectory, Device device)
{
    /// <summary>The folder of the recipe file, as a full path.</summary>
    public string RecipeDirectory { get; } = Path.GetFullPath(recipeDirectory);

    /// <summary>What the kernels run on.</summary>
    public Device Device { get; } = device;

    /// <summary>Where data sets appear, each in a folder of its name; <c>artifacts/datasets</c> beside the recipe unless set.</summary>
    public string OutputDirectory { get; init; } = Path.Combine(Path.GetFullPath(recipeDirectory), "artifacts", "datasets");

    /// <summary>Where finished clips are kept by content key; <c>artifacts/store</c> beside the recipe unless set.</summary>
    public string StoreDirectory { get; init; } = Path.Combine(Path.GetFullPath(recipeDirectory), "artifacts", "store");

    /// <summary>Where models appear, each in a folder of its name; <c>artifacts/models</c> beside the recipe unless set.</summary>
    public string ModelDirectory { get; init; } = Path.Combine(Path.GetFullPath(recipeDirectory), "artifacts", "models");

    /// <summary>
    /// How many bytes of the store may be the light that spike cameras saw, from which spikes are made again without the frames:
    /// 4 GiB, or what <c>SPIKEDATA_LIGHT</c> says in GiB, unless set. 0 keeps none.
    /// </summary>
    public long LightLimit { get; init; } = Pipelines.LightLimit.Usual;

    /// <summary>How many clips are worked on at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of everything worth showing while a pipeline works; may be called from several threads.</summary>
    public IProgress<BuildProgress>? Progress { get; init; }

    /// <summary>Asks the work to end early; what is finished by then stays in the store.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The same workspace with other listeners.</summary>
    internal Workspace With(IProgress<BuildProgress>? progress, CancellationToken cancellation) => new(RecipeDirectory, Device)
    {
        OutputDirectory = OutputDirectory,
        StoreDirectory = StoreDirectory,
        ModelDirectory = ModelDirectory,
        LightLimit = LightLimit,
        Jobs = Jobs,
        Progress = progress ?? Progress,
        Cancellation = cancellation,
    };

    /// <summary>How many files may wait for their encoding at once, over all clips.</summary>
    internal SemaphoreSlim EncodingSlots { get; } = new(2 * Environment.ProcessorCount);

    /// <summary>The full path of a file that a recipe names.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, RecipeDirectory);
}
