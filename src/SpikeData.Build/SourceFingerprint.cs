using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpikeData.Build;

/// <summary>The path, size and time of every source, and whether each data set still lies where it was written, in one hash.</summary>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="NewestChange">When the latest of the sources was last written, in UTC.</param>
sealed record SourceFingerprint(string Hash, DateTime NewestChange)
{
    internal static SourceFingerprint Of(DatasetResults results, string root)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        DateTime newest = DateTime.MinValue;
        foreach (string pattern in results.Datasets.SelectMany(dataset => dataset.Sources ?? []).Distinct().Order(StringComparer.Ordinal))
        foreach (FileInfo source in SourcePattern.Matches(root, pattern).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{source.FullName}\n{source.Length}\n{source.LastWriteTimeUtc.Ticks}\n"));
            if (source.LastWriteTimeUtc > newest) newest = source.LastWriteTimeUtc;
        }

        foreach (DatasetResults.Dataset dataset in results.Datasets) Add($"{dataset.Manifest}\n{File.Exists(dataset.Manifest)}\n");
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), newest);

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line));
    }

    /// <summary>Keeps the hash. A file that already says so is left alone, time included.</summary>
    internal void WriteTo(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file) == Hash) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, Hash);
    }
}
