using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What can be told about a recording before it is opened: its format by its first bytes, its facts by the files beside it.</summary>
static class RecordingFile
{
    const int FoldersAbove = 4;

    static ReadOnlySpan<byte> NpySignature => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    static ReadOnlySpan<byte> ZipSignature => "PK\u0003\u0004"u8;

    public static RecordingFormat FormatOf(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"{path} is a folder, where a recording was expected.");
        Span<byte> start = stackalloc byte[8];
        using FileStream file = InputFile.Open(path);
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.IsEmpty) throw new SpikeDataException("SPIKE472", "The file is empty. Copy it again from its source.") { File = path };
        if (start.StartsWith(NpySignature)) return RecordingFormat.Npy;
        if (start.StartsWith(ZipSignature)) return RecordingFormat.Npz;
        if (HdfSuperblock.Find(file) is not null) return RecordingFormat.Hdf5;
        OtherFiles.Refuse(file, path);
        return RecordingFormat.Dat;
    }

    /// <summary>What is stated of a recording, and what its sidecar says.</summary>
    public static RecordingFacts WithSidecar(string path, RecordingFacts stated) => File.Exists(Sidecar.PathOf(path)) ? stated.Or(Sidecar.Read(path)) : stated;

    /// <summary>What is stated of a .dat file, what its sidecar says, and while the size is not known, the nearest config.yaml of SpikeCV's data sets or manifest.json of ours.</summary>
    public static RecordingFacts FactsOf(string path, RecordingFacts stated)
    {
        RecordingFacts known = WithSidecar(path, stated);
        if (known is { Width: not null, Height: not null }) return known;
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        for (int level = 0; level < FoldersAbove && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            string config = Path.Combine(folder, SpikeCvConfig.FileName), manifest = Path.Combine(folder, ManifestFacts.FileName);
            if (File.Exists(config)) return known.Or(SpikeCvConfig.Read(config));
            if (File.Exists(manifest)) return known.Or(ManifestFacts.Read(manifest));
        }

        return known;
    }
}
