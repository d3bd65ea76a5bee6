using System.Runtime.InteropServices;

namespace SpikeData.Pipelines;

/// <summary>Gives a file of the store a second name in a data set, without a copy where the file system can.</summary>
static partial class HardLink
{
    /// <summary>Read-only files do not bind root.</summary>
    static readonly bool CanWriteThrough = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Puts a file in place of whatever is there. It is a file of its own where this user could write through a second name, and that takes no room.</summary>
    public static Sharing Place(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string draft = target + ".draft";
        File.Delete(draft);
        Sharing sharing = CanWriteThrough && Reflink.TryMake(source, draft) ? Sharing.Reflink
            : TryLink(source, draft) ? Sharing.HardLink
            : Copy(source, draft);
        File.Move(draft, target, overwrite: true);
        // Renaming one name of a file to another name of the same file does nothing, and leaves both.
        File.Delete(draft);
        return sharing;
    }

    static Sharing Copy(string source, string target)
    {
        try
        {
            File.Copy(source, target);
            return Sharing.Copy;
        }
        catch
        {
            // A full disk has taken the beginning.
            File.Delete(target);
            throw;
        }
    }

    static bool TryLink(string source, string target) =>
        OperatingSystem.IsWindows() ? CreateHardLink(target, source, 0) : Link(source, target) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string source, string target);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string target, string source, nint security);
}
