using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>Tells files from folders, pipes, sockets and devices, which have names too.</summary>
/// <remarks>On systems other than Linux only folders and links are told from files; devices are refused there when they are opened.</remarks>
static partial class FileKind
{
    /// <summary>What a folder is in messages.</summary>
    public const string Folder = "a folder";

    const int CurrentDirectory = -100, NotThroughLinks = 0x100, AskForKind = 1, Kinds = 0xF000, Regular = 0x8000;

    /// <summary>Whether a path is that of a file, and no link.</summary>
    public static bool IsRegular(string path) => OperatingSystem.IsLinux()
        ? Find(path, NotThroughLinks) == Regular
        : File.Exists(path) && new FileInfo(path).LinkTarget is null;

    /// <summary>What is there, through links, instead of a file; null for files, and where nothing is there.</summary>
    public static string? OtherThanFile(string path)
    {
        if (!OperatingSystem.IsLinux()) return Directory.Exists(path) ? Folder : null;
        return Find(path, 0) switch
        {
            0x4000 => Folder,
            0x1000 => "a pipe",
            0xC000 => "a socket",
            0x2000 or 0x6000 => "a device",
            _ => null,
        };
    }

    /// <summary>Linux's own number for the kind; 0 where nothing is there.</summary>
    static int Find(string path, int flags) => Statx(CurrentDirectory, path, flags, AskForKind, out Status status) == 0 ? status.Mode & Kinds : 0;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out Status status);

    /// <summary>The field read of Linux's <c>struct statx</c>, whose layout is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    readonly struct Status
    {
        [FieldOffset(28)] public readonly ushort Mode;
    }
}
