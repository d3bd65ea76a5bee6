namespace SpikeData.Pipelines;

/// <summary>The register in a store of the data sets that use it, so that whoever clears it away knows them all.</summary>
sealed class StoreRegister(string storeDirectory)
{
    readonly string folder = Path.Combine(storeDirectory, "users");

    /// <summary>Notes what a build needs, before it records: its clips are in no manifest yet.</summary>
    /// <param name="user">The data set with its clips.</param>
    /// <param name="isAll">Whether these are all of its clips; those that could not be planned now were noted by an earlier build.</param>
    public void Note(StoreUser user, bool isAll)
    {
        string path = Path.Combine(folder, $"{Digest.OfText(string.Join('\n', user.RecipeDirectory, user.OutputDirectory, user.Dataset, user.Part))[..16]}.json");
        StoreUser? before = Json.Read<StoreUser>(path, StoreUser.FaultOf).Value;
        if (!isAll && before is not null) user = user with { Clips = [.. before.Clips.Union(user.Clips)] };
        AtomicFile.Write(path, Json.Write(user));
    }

    /// <summary>All entries, each with its file and when it was noted.</summary>
    public IEnumerable<(string Path, StoreUser User, DateTime Noted)> Entries()
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            if (Json.Read<StoreUser>(path, StoreUser.FaultOf).Value is { } user) yield return (path, user, File.GetLastWriteTimeUtc(path));
    }
}
