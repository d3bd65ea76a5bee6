namespace SpikeData.Pipelines;

/// <summary>Removes from a store what builds left behind that are gone. What may belong to a living one stays.</summary>
/// <param name="locks">Where the leases of clips, data sets and builds are.</param>
/// <param name="drafts">Where clips are recorded, each folder beside its lease.</param>
sealed class StoreSweep(string locks, string drafts)
{
    /// <summary>What the leases of builds end with, and all others.</summary>
    internal const string User = ".user", Claim = ".claim";

    /// <summary>How long the builder of a draft has said nothing before its files are removed: it may come back, and would have to begin again.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>How old a draft is that nobody has; older versions of this program kept no leases.</summary>
    static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    public void Run()
    {
        foreach (string path in In(locks).Where(path => Path.GetExtension(path) is User or Claim)) Lease.RemoveAbandoned(path);
        string[] leases = [.. In(drafts).Where(path => Path.GetExtension(path) == Claim)];
        foreach (string path in leases.Where(path => Lease.RemoveAbandoned(path, Silence))) ClipDraft.Remove(ClipDraft.FolderOf(path));
        string[] orphans = [.. In(drafts).Where(IsOurs)];
        if (orphans.Length == 0) return;
        long now = ServerClock.Now(drafts);
        foreach (string path in orphans.Where(path => !File.Exists(ClipDraft.LeaseOf(path)) && AgeOf(path, now) > Orphaned)) ClipDraft.Remove(path);
    }

    static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder) : [];

    static bool IsOurs(string draft) => Guid.TryParseExact(Path.GetFileName(draft), "N", out _);

    static TimeSpan AgeOf(string path, long now)
    {
        try
        {
            return ServerClock.AgeOf(path, now);
        }
        catch (FileNotFoundException)
        {
            return TimeSpan.Zero;
        }
    }
}
