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

    /// <summary>How old a draft is that nobody has, or a file that is there for a moment only; older versions of this program kept no leases.</summary>
    static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    public void Run()
    {
        foreach (string path in In(locks).Where(path => Path.GetExtension(path) is User or Claim)) Lease.RemoveAbandoned(path);
        string[] leases = [.. In(drafts).Where(path => Path.GetExtension(path) == Claim)];
        foreach (string path in leases.Where(path => Lease.RemoveAbandoned(path, Silence))) ClipDraft.Remove(ClipDraft.FolderOf(path));
        string[] orphans = [.. In(drafts).Where(path => IsDraft(path) && !File.Exists(ClipDraft.LeaseOf(path))), .. In(locks).Concat(In(drafts)).Where(IsMomentary)];
        if (orphans.Length == 0) return;
        long now = ServerClock.Now(locks);
        foreach (string path in orphans.Where(path => AgeOf(path, now) > Orphaned)) ClipDraft.Remove(path);
    }

    static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder) : [];

    static bool IsDraft(string path) => Guid.TryParseExact(Path.GetFileName(path), "N", out _);

    static bool IsMomentary(string path) => Path.GetExtension(path) is ".now" or ".gone" or ".lock";

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
