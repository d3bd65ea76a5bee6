using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Finds out which clips of a store are needed: by data sets that are built, by recipes, and by builds of others that are not finished.</summary>
sealed class NeededClips(Workspace workspace)
{
    /// <summary>How long the clips of a data set that was never finished, or was deleted, are kept for it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    readonly HashSet<ContentKey> keys = [];
    readonly HashSet<string> outputs = new(StringComparer.Ordinal), datasets = new(StringComparer.Ordinal);
    readonly List<string> notes = [], gone = [];

    /// <summary>Whether a clip is needed.</summary>
    public bool Contains(ContentKey key) => keys.Contains(key);

    /// <summary>Whether anything tells what is needed.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The folders with data sets that were looked at.</summary>
    public IReadOnlyList<string> Outputs => [.. outputs.Order(StringComparer.Ordinal)];

    /// <summary>The folders of data sets that are there, or may be built.</summary>
    public IReadOnlyCollection<string> Datasets => datasets;

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Entries of the register whose data sets are gone for good.</summary>
    public IReadOnlyList<string> Gone => gone;

    /// <summary>Looks at the recipes, and at everything that the store's register names.</summary>
    public NeededClips Find(IEnumerable<Pipeline> recipes, StoreRegister register)
    {
        Pipeline[] all = [.. recipes];
        Pipeline[] planned = [.. all.Where(TryPlan)];
        LookInto(workspace.OutputDirectory);
        foreach ((string path, StoreUser user, DateTime noted) in register.Entries())
        {
            IsKnown = true;
            // What the recipe asks for now stands for what it asked for then.
            if (planned.Any(pipeline => user.IsOf(workspace.RecipeDirectory, workspace.OutputDirectory, pipeline.Name))) continue;
            if (IsForgotten(user, noted)) gone.Add(path);
            else
            {
                keys.UnionWith(user.Clips);
                datasets.Add(user.Directory());
            }

            LookInto(user.OutputDirectory);
        }

        return this;
    }

    bool TryPlan(Pipeline pipeline)
    {
        try
        {
            Planner planner = new(pipeline, workspace);
            keys.UnionWith(pipeline.Source.Apply(workspace).Select(clip => planner.Plan(clip).Key));
            return true;
        }
        catch (SpikeDataException problem)
        {
            notes.Add($"{pipeline.Name}: what its recipe needs is not known, so what it needed before is kept: {problem.Message}");
            return false;
        }
    }

    bool IsForgotten(StoreUser user, DateTime noted)
    {
        if (Directory.Exists(user.Directory())) return false;
        bool isSeen = Directory.Exists(user.RecipeDirectory) || Directory.Exists(user.OutputDirectory);
        if (!isSeen && user.Machine != Environment.MachineName)
        {
            notes.Add($"{user.Dataset}: {user.OutputDirectory} is not seen from this machine ({user.Machine} built there), so its clips are kept");
            return false;
        }

        bool isForgotten = !isSeen || DateTime.UtcNow - noted > Patience;
        notes.Add(isForgotten
            ? $"{user.Dataset}: {user.Directory()} no longer exists, so nothing is kept for it"
            : $"{user.Dataset}: {user.Directory()} is not built; its clips are kept for {Patience.TotalDays:0} days after the last try");
        return isForgotten;
    }

    void LookInto(string output)
    {
        if (!Directory.Exists(output) || !outputs.Add(output)) return;
        foreach (string folder in Directory.EnumerateDirectories(output).Order(StringComparer.Ordinal))
        {
            datasets.Add(folder);
            // What a manifest needs that cannot be read is not known, and nothing is removed then.
            if (Manifest.Find(folder) is not { } manifest) continue;
            IsKnown = true;
            keys.UnionWith(manifest.Clips.Select(clip => clip.Key));
        }
    }
}
