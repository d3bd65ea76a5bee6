using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>The light in a store, from which spikes are made again without the frames: an entry for each clip and camera, as far as there is room.</summary>
/// <param name="store">The store.</param>
/// <param name="limit">How many bytes all light may take.</param>
/// <param name="own">
/// The light of all clips of the data set, which is not given up for other light of the same: of many clips the last would drive out the first, and none would last.
/// </param>
sealed class KeptLight(ClipStore store, long limit, Lazy<HashSet<ContentKey>> own)
{
    /// <summary>Of the room that is left on the disk, how much light may take.</summary>
    const int ShareOfDisk = 4;

    /// <summary>The light that a store keeps for the clips of a recipe.</summary>
    public static KeptLight For(Pipeline pipeline, IReadOnlyList<ClipPlan> plans, ClipStore store, Workspace workspace) => new(
        store,
        workspace.LightLimit,
        new(() => [.. plans.SelectMany(plan => ProductPlans.Of(pipeline, plan.Parts)).Select(product => product.Light?.Key).OfType<ContentKey>()]));

    /// <summary>Opens the light of a clip; null where there is none, or not as it was written.</summary>
    /// <param name="light">The light.</param>
    /// <param name="pixels">How many pixels the camera has.</param>
    public OpenLight? TryOpen(LightPlan light, int pixels)
    {
        if (!IsThere(light) || store.Find(light.Key) is not { Files: [var file] } found) return null;
        string folder = store.FolderOf(light.Key);
        try
        {
            OpenLight open = new(file.Path.In(folder), file, found.Facts, pixels);
            File.SetLastWriteTimeUtc(Path.Combine(folder, ClipStore.Description), DateTime.UtcNow);
            return open;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another build needs the room.
            return null;
        }
    }

    /// <summary>Whether the light of a clip is there.</summary>
    public bool IsThere(LightPlan light) => store.Has(light.Key);

    /// <summary>Begins to keep the light of a clip; null where it is there already, or no room is.</summary>
    public LightRecording? Begin(LightPlan light, SpikeStreams streams)
    {
        if (limit <= 0 || IsThere(light)) return null;
        ClipDraft draft = store.Begin();
        long lasting = Entries().Where(entry => own.Value.Contains(entry.Key)).Sum(entry => entry.Bytes);
        return new(light, draft, streams, Math.Min(limit - lasting, FreeBytes(draft.Folder) / ShareOfDisk));
    }

    /// <summary>Puts light in its place that was recorded to its end, and gives up what has not been used for longest where it needs the room.</summary>
    /// <param name="recorded">The light.</param>
    /// <param name="facts">What is known of the clip.</param>
    /// <param name="workspace">Where and with what.</param>
    public void Keep(LightRecording recorded, JsonObject facts, Workspace workspace)
    {
        try
        {
            if (recorded.Finish() is not { } file || !HasRoomFor(file.Bytes)) return;
            store.Lights.TryAdd(recorded.Light.Key);
            StoredClip entry = new(recorded.Light.Key, recorded.Light.Parts, facts, [], [file]) { RecordedBy = ToolBuild.Name };
            recorded.Draft.Finish(entry, workspace.Jobs, workspace.Cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Compute.SpikeDataException)
        {
            // The clip is recorded; without its light it takes longer to make other spikes.
        }
    }

    /// <summary>Removes light that is not what was written.</summary>
    public void Remove(LightPlan light) => store.Remove(light.Key);

    bool HasRoomFor(long bytes)
    {
        Entry[] entries = [.. Entries()];
        long taken = entries.Sum(entry => entry.Bytes);
        IEnumerable<Entry> others = entries.Where(entry => !own.Value.Contains(entry.Key));
        foreach (Entry old in others.OrderBy(entry => entry.Used).TakeWhile(_ => taken + bytes > limit))
        {
            store.Remove(old.Key);
            taken -= old.Bytes;
        }

        return taken + bytes <= limit;
    }

    IEnumerable<Entry> Entries()
    {
        foreach (ContentKey key in store.Lights.All())
        {
            string folder = store.FolderOf(key);
            FileInfo light = new(Path.Combine(folder, LightRecording.FileName)), description = new(Path.Combine(folder, ClipStore.Description));
            if (light.Exists && description.Exists) yield return new(key, light.Length, description.LastWriteTimeUtc);
        }
    }

    static long FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What the system does not tell is no reason to fill a disk.
            return 0;
        }
    }

    /// <param name="Key">Its key.</param>
    /// <param name="Bytes">The room it takes.</param>
    /// <param name="Used">When it was last recorded or read.</param>
    readonly record struct Entry(ContentKey Key, long Bytes, DateTime Used);
}
