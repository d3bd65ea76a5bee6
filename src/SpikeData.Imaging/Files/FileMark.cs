using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>The note in a file's extended attributes that this program wrote it, how long and when. A file that was changed since is somebody's own.</summary>
/// <remarks>Not every file system keeps such notes, and most copies lose them: then nobody knows who wrote the file, and it is not replaced unasked.</remarks>
static partial class FileMark
{
    const string Name = "user.spikedata";

    /// <summary>Marks a file that is complete.</summary>
    /// <returns>Whether the file system keeps the note.</returns>
    public static bool Set(string path)
    {
        Disk.Before(path);
        byte[] text = Encoding.ASCII.GetBytes(Text(path));
        return OperatingSystem.IsLinux() ? SetOnLinux(path, Name, text, text.Length, 0) == 0
            : OperatingSystem.IsMacOS() && SetOnMac(path, Name, text, text.Length, 0, 0) == 0;
    }

    /// <summary>What the note on a file tells.</summary>
    public static Authorship Of(string path)
    {
        byte[] found = new byte[64];
        nint length = OperatingSystem.IsLinux() ? GetOnLinux(path, Name, found, found.Length)
            : OperatingSystem.IsMacOS() ? GetOnMac(path, Name, found, found.Length, 0, 0) : -1;
        if (length <= 0) return Authorship.Unknown;
        return Encoding.ASCII.GetString(found, 0, (int)length) == Text(path) ? Authorship.Ours : Authorship.Changed;
    }

    static string Text(string path)
    {
        FileInfo file = new(path);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    [LibraryImport("libc", EntryPoint = "setxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnLinux(string path, string name, byte[] value, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetOnLinux(string path, string name, byte[] value, nint size);

    [LibraryImport("libc", EntryPoint = "setxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnMac(string path, string name, byte[] value, nint size, uint position, int options);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetOnMac(string path, string name, byte[] value, nint size, uint position, int options);
}
