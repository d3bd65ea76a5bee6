using System.IO.Compression;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>An .npz file in which one array is a recording.</summary>
sealed class SpikeArchive : IDisposable
{
    /// <summary>The names under which published data sets keep their spikes.</summary>
    internal static readonly string[] UsualNames = ["spikes", "spk", "raw_spike", "spike"];

    readonly ZipArchive archive;
    readonly string path;

    SpikeArchive(ZipArchive archive, string path) => (this.archive, this.path) = (archive, path);

    /// <exception cref="SpikeDataException">SPIKE463: the file is no zip archive.</exception>
    public static SpikeArchive Open(string path) => new(Npz.Unzip(InputFile.Open(path), path, "spikes"), path);

    /// <summary>The array that was asked for, or else the only one, or else one of a usual name.</summary>
    /// <exception cref="SpikeDataException">SPIKE453: that is no array of the file, or nothing.</exception>
    public ZipArchiveEntry Choose(string? wanted)
    {
        if (wanted is null && archive.Entries is [var only]) return only;
        foreach (string name in wanted is null ? UsualNames : [wanted])
            if (archive.Entries.FirstOrDefault(entry => Npz.NameOf(entry) == name) is { } entry) return entry;
        throw new SpikeDataException("SPIKE453",
            $"{(wanted is null ? "It cannot be told which array holds the spikes" : $"There is no array '{wanted}'")}. Name one with --array: {string.Join(", ", archive.Entries.Take(20).Select(Npz.NameOf))}.") { File = path };
    }

    public void Dispose() => archive.Dispose();
}
