using System.Security.Cryptography;
using System.Text;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Remembers which bytes the files of one clip held, so that unchanged files are not read again. It may be lost at any time.</summary>
static class StatCache
{
    const int Format = 3;

    /// <summary>What is remembered, by path; nothing when the file is absent, damaged or of another format.</summary>
    public static Dictionary<string, SourceFile> Read(string path)
    {
        var files = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        try
        {
            if (Patient.Look(() => InputFile.ReadAllBytes(path)) is not { } content || content.Length < digest.Length) return files;
            // Damage, or two builds that write at once, must not give a file the digest of other bytes.
            SHA256.HashData(content.AsSpan(0, content.Length - digest.Length), digest);
            if (!digest.SequenceEqual(content.AsSpan(content.Length - digest.Length))) return files;
            using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
            if (reader.ReadInt32() != Format) return files;
            for (int left = reader.ReadInt32(); left > 0; left--)
            {
                string name = reader.ReadString();
                var stamp = new FileStamp(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt64());
                reader.BaseStream.ReadExactly(digest);
                files[name] = new(name, stamp, Convert.ToHexStringLower(digest));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            files.Clear();
        }

        return files;
    }

    /// <summary>Remembers what is known, if that can be written.</summary>
    public static void TryWrite(string path, IReadOnlyCollection<SourceFile> files)
    {
        try
        {
            Write(path, files);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk is full or read-only, or another build writes the same: the files are read again next time.
        }
    }

    /// <summary>Remembers the files whose stamps tell their bytes from all later ones.</summary>
    public static void Write(string path, IReadOnlyCollection<SourceFile> files)
    {
        SourceFile[] settled = [.. files.Where(file => file.IsSettled)];
        var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(settled.Length);
            foreach (SourceFile file in settled)
            {
                writer.Write(file.Path);
                writer.Write(file.Stamp.Size);
                writer.Write(file.Stamp.ModifiedNanoseconds);
                writer.Write(file.Stamp.ChangedNanoseconds);
                writer.Write(file.Stamp.Inode);
                writer.Write(Convert.FromHexString(file.Digest));
            }
        }

        content.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        AtomicFile.Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
