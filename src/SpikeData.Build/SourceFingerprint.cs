using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SpikeData.Pipelines;

namespace SpikeData.Build;

/// <summary>The path and the stamp of every source, and whether each data set still lies where it was written, in one hash.</summary>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="NewestChange">When the latest of the sources was last written or replaced, in UTC.</param>
sealed record SourceFingerprint(string Hash, DateTime NewestChange)
{
    /// <summary>Times of files may be as coarse as this: what changed within it after a look is not told from what was seen.</summary>
    static readonly TimeSpan CoarsestClock = TimeSpan.FromSeconds(2);

    /// <remarks>Every build waits for this, so that each of 100,000 frames costs one look at the file system and nothing that is kept.</remarks>
    internal static SourceFingerprint Of(DatasetResults results, string root)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long newest = 0;
        foreach (string pattern in results.Datasets.SelectMany(dataset => dataset.Sources ?? []).Distinct().Order(StringComparer.Ordinal))
        foreach (string source in SourcePattern.Matches(root, pattern).Order(StringComparer.Ordinal))
        {
            if (Look(source) is not { } stamp) continue;
            Add(source, stamp);
            newest = Math.Max(newest, stamp.LatestNanoseconds);
        }

        foreach (DatasetResults.Dataset dataset in results.Datasets)
        {
            Add(dataset.Manifest, new(File.Exists(dataset.Manifest) ? 1 : 0, 0, 0, 0));
            foreach (string file in FilesOf(dataset.Folder)) Add(file, Look(file)?.OfWriting ?? default);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), DateTime.UnixEpoch.AddTicks(newest / 100));

        void Add(string path, FileStamp stamp)
        {
            ReadOnlySpan<long> numbers = [path.Length, stamp.Size, stamp.ModifiedNanoseconds, stamp.ChangedNanoseconds, (long)stamp.Inode];
            hash.AppendData(MemoryMarshal.AsBytes(path.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(numbers));
        }
    }

    /// <summary>What to remember of sources that somebody has read since a moment.</summary>
    /// <remarks>One that changed shortly before, or since then, may hold other bytes than were read: then nothing is remembered, and the next build looks again.</remarks>
    internal SourceFingerprint SettledAt(DateTime moment) => NewestChange < moment - CoarsestClock ? this : this with { Hash = "unsettled" };

    static IEnumerable<string> FilesOf(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    static FileStamp? Look(string source)
    {
        try
        {
            return FileStamp.Of(source);
        }
        catch (FileNotFoundException)
        {
            // It went between being listed and being looked at.
            return null;
        }
    }

    /// <summary>Keeps the hash. A file that already says so is left alone, time included.</summary>
    internal void WriteTo(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file) == Hash) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, Hash);
    }
}
