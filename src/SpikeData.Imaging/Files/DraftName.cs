using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>The names under which results are made: <c>shards.5f0c9a1b83d2e47761f0a2c4.draft</c>, beside <c>shards</c>, so that a rename puts them in place.</summary>
/// <remarks>
/// The first eight digits tell this start of this machine, the others are random. What has such a name and is locked by nobody was left by a process that
/// is dead: its lock went with it. That is so where locks work, which is tried, and of this machine alone: drafts of others stay.
/// </remarks>
static class DraftName
{
    /// <summary>What every draft's name ends in.</summary>
    public const string Ending = ".draft";

    /// <summary>What it ends in before it is locked: a lock comes after the file, and in between somebody could take the file for a dead process's.</summary>
    const string EarlyEnding = ".begun";

    /// <summary>Nobody takes that long between making a file and locking it.</summary>
    static readonly TimeSpan LongestBeginning = TimeSpan.FromMinutes(10);

    /// <summary>In a draft that is a folder, the file that is locked as long as somebody works there.</summary>
    public const string OwnerName = "owner";

    const int Digits = 24, LongestStem = 200, CutStem = 50;

    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    static readonly string ThisStart = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {Boot()}")))[..8];

    /// <summary>A name beside a result that nobody has.</summary>
    public static string New(string target) =>
        Path.Combine(FolderOf(target), $"{StemOf(target)}.{ThisStart}{RandomNumberGenerator.GetHexString(Digits - ThisStart.Length, lowercase: true)}{Ending}");

    /// <summary>The name that a draft has until it is locked.</summary>
    public static string Early(string draft) => draft[..^Ending.Length] + EarlyEnding;

    /// <summary>Whether something lies where drafts of a result do, whoever made it.</summary>
    public static bool IsOf(string path, string target) => FolderOf(path) == FolderOf(target) && Matches(Path.GetFileName(path), StemOf(target));

    /// <summary>Removes the drafts of a result that dead processes of this machine have left.</summary>
    /// <param name="target">The result.</param>
    /// <param name="own">A locked file of the caller's own draft: where it could be opened again, locks tell nothing here, and nothing is removed.</param>
    public static void Sweep(string target, string own)
    {
        (string folder, string stem) = (FolderOf(target), StemOf(target));
        foreach (string left in Directory.EnumerateFileSystemEntries(folder).Where(path => Matches(Path.GetFileName(path), stem, ThisStart)))
        {
            if (own.StartsWith(left, StringComparison.Ordinal) || (left.EndsWith(EarlyEnding, StringComparison.Ordinal) && IsYoung(left))) continue;
            if (!IsLocked(own)) return;
            try
            {
                if (Directory.Exists(left)) Draft.RemoveDead(left, folder);
                else Lock(left, FileMode.Open, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Somebody else is sweeping too, or works there: another run will see to it.
            }
        }
    }

    static bool IsYoung(string path) => DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < LongestBeginning;

    static bool IsLocked(string path)
    {
        try
        {
            using FileStream opened = Lock(path, FileMode.Open);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Opens a file that nobody else has open until it is closed.</summary>
    public static FileStream Lock(string path, FileMode mode, FileOptions options = FileOptions.None)
    {
        if (mode != FileMode.Open || options == FileOptions.DeleteOnClose) Disk.Before(path);
        return new(path, mode, FileAccess.ReadWrite, FileShare.None, 1, options);
    }

    /// <summary>Makes the file of a draft, which nobody sees under its name before it is locked.</summary>
    public static FileStream Create(string draft)
    {
        // Windows locks a file as it makes it.
        string first = OperatingSystem.IsWindows() ? draft : Early(draft);
        Disk.Before(first);
        FileStream file = new(first, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        if (first != draft) Disk.MoveFile(first, draft);
        return file;
    }

    static bool Matches(string name, string stem, string start = "") =>
        name.Length == stem.Length + 1 + Digits + Ending.Length
        && name.StartsWith($"{stem}.{start}", StringComparison.Ordinal)
        && (name.EndsWith(Ending, StringComparison.Ordinal) || name.EndsWith(EarlyEnding, StringComparison.Ordinal))
        && name.AsSpan(stem.Length + 1, Digits).IndexOfAnyExcept(HexDigits) < 0;

    static string FolderOf(string target) => Path.GetDirectoryName(target) ?? throw new IOException($"Nothing can be put in the place of {target}.");

    /// <summary>Names are limited to 255 bytes.</summary>
    static string StemOf(string target)
    {
        string name = Path.GetFileName(target);
        return Encoding.UTF8.GetByteCount(name) <= LongestStem ? name : name[..CutStem];
    }

    static string Boot()
    {
        const string Linux = "/proc/sys/kernel/random/boot_id";
        return File.Exists(Linux) ? File.ReadAllText(Linux).Trim() : "";
    }
}
