using System.IO.Compression;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Recognises what a file of weights is by its contents, and what a file is that holds none.</summary>
static class WeightSource
{
    const int LongestStart = 512;

    /// <summary>First bytes of what people save or download in place of weights.</summary>
    static readonly (byte[] Start, string What)[] Others =
    [
        ([.. "version https://git-lfs"u8], "a pointer of Git LFS, which stands for the file; get the file itself with 'git lfs pull'"),
        ([0x1f, 0x8b], "packed by gzip; unpack it first"),
        ([.. "BZh"u8], "packed by bzip2; unpack it first"),
        ([0xfd, .. "7zXZ"u8], "packed by xz; unpack it first"),
        ([0x28, 0xb5, 0x2f, 0xfd], "packed by zstd; unpack it first"),
        ([.. "7z"u8, 0xbc, 0xaf], "a 7z archive; unpack it first"),
        ([.. "Rar!"u8], "a RAR archive; unpack it first"),
        ([0x89, .. "HDF"u8], "an HDF5 file, as Keras writes; save a state dict or safetensors"),
        ([0x93, .. "NUMPY"u8], "a single array of numpy; weights are named arrays: numpy.savez"),
        ([.. "GGUF"u8], "a GGUF file of a language model"),
    ];

    /// <summary>The arrays of a file; no numbers are read yet.</summary>
    /// <param name="part">Which of several state dicts of a checkpoint; null where there is one.</param>
    /// <exception cref="SpikeDataException">SPIKE550 to SPIKE554, SPIKE556, SPIKE558: see <see cref="WeightFile"/>.</exception>
    public static IReadOnlyList<StoredArray> Open(FileStream file, string? part)
    {
        byte[] start = new byte[LongestStart];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        ReadOnlySpan<byte> bytes = start.AsSpan(0, length);
        if (bytes.StartsWith("PK"u8)) return InArchive(file, part);
        if (length > 8 && start[8] == '{' && start[7] == 0) return Whole(SafeTensors.Arrays(file), part);
        if (length > 1 && start[0] == Pickle.ProtocolMark && start[1] <= Pickle.NewestProtocol) return new LegacyTorchFile(file).Arrays(part);
        throw new SpikeDataException("SPIKE550", Describe(start.AsSpan(0, length)) is { } what
            ? $"These are no weights, but {what}."
            : "These are no weights: neither safetensors, nor an .npz archive, nor what torch.save writes. Save a state dict.");
    }

    static IReadOnlyList<StoredArray> InArchive(FileStream file, string? part)
    {
        if (TorchArchive.Open(file) is { } torch) return torch.Arrays(part);
        using ZipArchive? zip = Unzip(file);
        if (zip is null) throw new SpikeDataException("SPIKE558", "This archive of weights is cut short: it has a beginning and no end. Download or copy it again.");
        if (zip.Entries.Any(entry => entry.FullName.EndsWith(".npy", StringComparison.Ordinal))) return Whole(NpzWeights.Arrays(file.Name), part);
        string[] names = [.. zip.Entries.Where(entry => entry.Length > 0).Select(entry => entry.FullName)];
        throw new SpikeDataException("SPIKE550", names.Length == 0
            ? "These are no weights, but an empty zip archive."
            : $"These are no weights, but a zip archive that holds {string.Join(", ", names.Take(5))}{(names.Length > 5 ? $" and {names.Length - 5} more" : "")}. Unpack it, and name the file in it.");
    }

    static ZipArchive? Unzip(FileStream file)
    {
        try
        {
            ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static IReadOnlyList<StoredArray> Whole(IReadOnlyList<StoredArray> arrays, string? part) => part is null ? arrays : throw new SpikeDataException(
        "SPIKE556", $"The file has no parts to choose '{part}' from: only PyTorch's checkpoints have. Leave it out.");

    static string? Describe(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] other, string what) in Others)
            if (start.StartsWith(other)) return what;
        if (start.Length > 262 && start[257..].StartsWith("ustar"u8)) return "a tar archive; unpack it first";
        string text = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t');
        if (IsMarkup(text, "<!doctype html", "<html", "<head", "<script")) return "a page of HTML, as servers send in place of a download; open the address in a browser, and save the file that its page offers";
        if (IsMarkup(text, "<?xml")) return "XML, as servers send in place of a download; open the address in a browser";
        return text.StartsWith('{') ? "text in JSON, as servers send in place of a download" : null;
    }

    static bool IsMarkup(string text, params string[] starts) => starts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
