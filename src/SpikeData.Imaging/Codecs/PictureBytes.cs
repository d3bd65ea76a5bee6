using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>The bytes of a picture file, in memory or on the disk, of which only those that are asked for are read.</summary>
readonly ref struct PictureBytes
{
    readonly ReadOnlySpan<byte> memory;
    readonly SafeFileHandle? file;

    public PictureBytes(ReadOnlySpan<byte> memory)
    {
        this.memory = memory;
        Length = memory.Length;
    }

    public PictureBytes(SafeFileHandle file)
    {
        this.file = file;
        Length = RandomAccess.GetLength(file);
    }

    public long Length { get; }

    /// <summary>Copies bytes from a place; false where the file ends before.</summary>
    public bool TryRead(long at, Span<byte> target)
    {
        if (at < 0 || at + target.Length > Length) return false;
        if (file is null) memory.Slice((int)at, target.Length).CopyTo(target);
        return file is null || RandomAccess.Read(file, target, at) == target.Length;
    }
}
