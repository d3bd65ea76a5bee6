using System.Runtime.InteropServices;

namespace SpikeData.Pipelines;

/// <summary>What the file system says of a file without reading it; when it is the same as before, so are the bytes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedNanoseconds">When it was last written, since 1970.</param>
/// <param name="ChangedNanoseconds">When it last changed in any way, or got its place, since 1970; 0 where the system does not tell. Unlike the time of writing it cannot be set.</param>
/// <param name="Inode">Which file it is on its volume, or 0 where the system does not tell.</param>
readonly partial record struct FileStamp(long Size, long ModifiedNanoseconds, long ChangedNanoseconds, ulong Inode)
{
    const long NanosecondsPerSecond = 1_000_000_000;
    const int CurrentDirectory = -100, AskTheServer = 0x2000, BasicFields = 0x7ff;

    /// <summary>When the file was last written or replaced, whichever came later, since 1970.</summary>
    public long LatestNanoseconds => Math.Max(ModifiedNanoseconds, ChangedNanoseconds);

    /// <summary>The same without the time of other changes: a file that gets another name, or other rights, still holds what was written.</summary>
    public FileStamp OfWriting => this with { ChangedNanoseconds = 0 };

    /// <remarks>On a network's file system the server is asked, not what this machine remembers.</remarks>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileStamp Of(string path)
    {
        if (OperatingSystem.IsLinux() && Statx(CurrentDirectory, path, AskTheServer, BasicFields, out LinuxStat stat) == 0)
        {
            return new(
                stat.Size,
                (stat.ModifiedSeconds * NanosecondsPerSecond) + stat.ModifiedNanoseconds,
                (stat.ChangedSeconds * NanosecondsPerSecond) + stat.ChangedNanoseconds,
                stat.Inode);
        }

        var file = new FileInfo(path);
        if (!file.Exists) throw new FileNotFoundException("The file is gone.", path);
        return new(file.Length, (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100, 0, 0);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out LinuxStat stat);

    /// <summary>The fields read of Linux's <c>struct statx</c>, whose layout is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    readonly struct LinuxStat
    {
        [FieldOffset(32)] public readonly ulong Inode;
        [FieldOffset(40)] public readonly long Size;
        [FieldOffset(96)] public readonly long ChangedSeconds;
        [FieldOffset(104)] public readonly uint ChangedNanoseconds;
        [FieldOffset(112)] public readonly long ModifiedSeconds;
        [FieldOffset(120)] public readonly uint ModifiedNanoseconds;
    }
}
