using System.IO.Compression;

namespace SpikeData.Training;

/// <summary>What torch.save writes since PyTorch 1.6: a zip archive with a pickle and one member per storage, all stored as they are.</summary>
sealed class TorchArchive : TorchFile
{
    const string PickleName = "/data.pkl";

    readonly Dictionary<string, ZipArchiveEntry> members;
    readonly string root;

    TorchArchive(Stream stream, Dictionary<string, ZipArchiveEntry> members, string root)
        : base(stream) => (this.members, this.root) = (members, root);

    /// <summary>Opens an archive, or nothing where it is another kind of zip archive, or none.</summary>
    public static TorchArchive? Open(Stream stream)
    {
        try
        {
            ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            Dictionary<string, ZipArchiveEntry> members = [];
            foreach (ZipArchiveEntry entry in archive.Entries) members.TryAdd(entry.FullName, entry);
            string? pickle = members.Keys.FirstOrDefault(name => name.EndsWith(PickleName, StringComparison.Ordinal));
            return pickle is null ? null : new(stream, members, pickle[..^PickleName.Length]);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    protected override object? ReadPickle()
    {
        if (members.TryGetValue($"{root}/byteorder", out ZipArchiveEntry? order) && ReadMember(order, "little".Length) is not [(byte)'l', ..])
            throw Broken("its numbers are big-endian, which are not read");
        if (members.ContainsKey($"{root}/constants.pkl"))
            throw new Compute.SpikeDataException("SPIKE553", "This is a TorchScript program, which is code. Save its numbers alone in Python: torch.save(torch.jit.load(path).state_dict(), path).");
        using Stream pickle = new BufferedStream(OpenMember(Member("data.pkl")));
        return Pickle.Read(pickle, LongestPickle, TorchStorage.Load);
    }

    protected override byte[] ReadStorage(TorchStorage storage)
    {
        ZipArchiveEntry member = Member($"data/{storage.Key}");
        if (member.Length != storage.ByteLength) throw Broken($"the storage '{storage.Key}' has {member.Length} bytes where {storage.ByteLength} were expected");
        return ReadMember(member, member.Length);
    }

    static byte[] ReadMember(ZipArchiveEntry member, long length)
    {
        using Stream stream = OpenMember(member);
        byte[] bytes = new byte[Math.Min(length, member.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Opens a member; one that is compressed could claim any length, and PyTorch compresses none.</summary>
    static Stream OpenMember(ZipArchiveEntry member) => member.CompressedLength == member.Length
        ? member.Open()
        : throw Broken($"its member '{member.Name}' is compressed, which torch.save does not do");

    ZipArchiveEntry Member(string name) =>
        members.TryGetValue($"{root}/{name}", out ZipArchiveEntry? member) ? member : throw Broken($"its member '{name}' is missing");
}
