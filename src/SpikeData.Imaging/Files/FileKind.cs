using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>Tells files from pipes, sockets and devices, which have names too.</summary>
static partial class FileKind
{
    const int CurrentDirectory = -100, NotThroughLinks = 0x100, AskForKind = 1, Kinds = 0xF000, Regular = 0x8000;

    /// <summary>Whether a path is that of a file, and no link.</summary>
    public static bool IsRegular(string path) => OperatingSystem.IsLinux()
        ? Statx(CurrentDirectory, path, NotThroughLinks, AskForKind, out Status status) == 0 && (status.Mode & Kinds) == Regular
        : File.Exists(path) && new FileInfo(path).LinkTarget is null;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    readonly struct Status
    {
        [FieldOffset(28)] public readonly ushort Mode;
    }
}
