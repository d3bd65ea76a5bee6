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

    public static SpikeArchive Open(string path)
    {
        FileStream stream = File.OpenRead(path);
        try
        {
            ZipArchive archive = new(stream, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return new(archive, path);
        }
        catch (InvalidDataException broken)
        {
            stream.Dispose();
            throw Damaged(broken);
        }

        SpikeDataException Damaged(Exception cause) =>
            new("SPIKE463", "This is not an .npz archive, or it was cut short. Save it again in Python with numpy.savez(path, spikes=array).", cause) { File = path };
    }

    public static string NameOf(ZipArchiveEntry entry) => entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;

    /// <summary>The array that was asked for, or else the only one, or else one of a usual name.</summary>
    /// <exception cref="SpikeDataException">SPIKE453: that is no array of the file, or nothing.</exception>
    public ZipArchiveEntry Choose(string? wanted)
    {
        if (wanted is null && archive.Entries is [var only]) return only;
        foreach (string name in wanted is null ? UsualNames : [wanted])
            if (archive.Entries.FirstOrDefault(entry => NameOf(entry) == name) is { } entry) return entry;
        throw new SpikeDataException("SPIKE453",
            $"{(wanted is null ? "It cannot be told which array holds the spikes" : $"There is no array '{wanted}'")}. Name one with --array: {string.Join(", ", archive.Entries.Take(20).Select(NameOf))}.") { File = path };
    }

    public void Dispose() => archive.Dispose();
}
