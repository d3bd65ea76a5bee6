using System.Runtime.InteropServices;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Opens what is read, whoever named it: regular files only. A pipe may never begin, a device never end, and neither has a length.</summary>
/// <remarks>The kind of a file is asked for on Linux; other systems have folders and devices refused when they are opened.</remarks>
public static partial class InputFile
{
    const int CurrentDirectory = -100, AskForKind = 1, KindMask = 0xF000;
    const string Folder = "a folder";

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="SpikeDataException">SPIKE437: it is no regular file.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path, int bufferSize = 4096, FileOptions options = FileOptions.None)
    {
        Require(path);
        return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize, options);
    }

    /// <summary>Reads a whole file.</summary>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadAllBytes(string path)
    {
        Require(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Reads a whole file as text.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadAllText(string path)
    {
        Require(path);
        return File.ReadAllText(path, Encoding.UTF8);
    }

    /// <summary>Refuses what is there and no regular file, for readers that open files themselves.</summary>
    /// <inheritdoc cref="Open"/>
    public static void Require(string path)
    {
        if (KindOf(path) is not { } kind) return;
        string wayOut = kind == Folder ? "Name a file in it." : "Write what it gives into a file, and name that.";
        throw new SpikeDataException("SPIKE437", $"This is {kind}, where a file was expected. {wayOut}") { File = path };
    }

    /// <summary>What is there instead of a regular file; null for those, and where nothing is there.</summary>
    static string? KindOf(string path)
    {
        if (!OperatingSystem.IsLinux()) return Directory.Exists(path) ? Folder : null;
        if (Statx(CurrentDirectory, path, 0, AskForKind, out Status status) != 0) return null;
        return (status.Mode & KindMask) switch
        {
            0x4000 => Folder,
            0x1000 => "a pipe",
            0xC000 => "a socket",
            0x2000 or 0x6000 => "a device",
            _ => null,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out Status status);

    /// <summary>The field read of Linux's <c>struct statx</c>, whose layout is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    readonly struct Status
    {
        [FieldOffset(28)] public readonly ushort Mode;
    }
}
