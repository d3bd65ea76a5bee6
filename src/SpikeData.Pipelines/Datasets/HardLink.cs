using System.Runtime.InteropServices;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Gives a file of the store a second name in a data set, without a copy where the file system can.</summary>
static partial class HardLink
{
    /// <summary>Read-only files do not bind root.</summary>
    static readonly bool CanWriteThrough = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Puts a file in place of whatever is there. It is a file of its own where this user could write through a second name, and that takes no room.</summary>
    public static Sharing Place(string source, string target)
    {
        Disk.MakeFolder(Path.GetDirectoryName(target)!);
        string draft = DraftOf(target);
        Disk.DeleteFile(draft);
        Sharing sharing = CanWriteThrough && Reflink.TryMake(source, draft) ? Sharing.Reflink
            : TryLink(source, draft) ? Sharing.HardLink
            : Copy(source, draft);
        Disk.MoveFile(draft, target, overwrite: true);
        // Renaming one name of a file to another name of the same file does nothing, and leaves both.
        Disk.DeleteFile(draft);
        return sharing;
    }

    /// <summary>Where a name is made before it takes its place: always the same one, so that the next build finds what a killed one left, and one that nobody else would give.</summary>
    public static string DraftOf(string target) => $"{target}.{Digest.OfText(Path.GetFileName(target))[..24]}.draft";

    static Sharing Copy(string source, string target)
    {
        try
        {
            Disk.Before(target);
            File.Copy(source, target);
            return Sharing.Copy;
        }
        catch
        {
            // A full disk has taken the beginning.
            Disk.DeleteFile(target);
            throw;
        }
    }

    static bool TryLink(string source, string target)
    {
        Disk.Before(target);
        return OperatingSystem.IsWindows() ? CreateHardLink(target, source, 0) : Link(source, target) == 0;
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string source, string target);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string target, string source, nint security);
}
