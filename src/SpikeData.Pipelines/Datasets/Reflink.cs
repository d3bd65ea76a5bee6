using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Copies a file without copying its bytes, on file systems that keep them once until somebody writes: Btrfs, XFS, bcachefs.</summary>
static partial class Reflink
{
    const nuint CloneRequest = 0x40049409;

    /// <summary>Whether the copy was made; where it was not, there is none.</summary>
    public static bool TryMake(string source, string target)
    {
        if (!OperatingSystem.IsLinux()) return false;
        bool isMade;
        Disk.Before(target);
        using (SafeFileHandle from = File.OpenHandle(source))
        using (SafeFileHandle to = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write))
        {
            isMade = Control(to, CloneRequest, from) == 0;
            if (isMade) File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }

        if (!isMade) Disk.DeleteFile(target);
        return isMade;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(SafeFileHandle file, nuint request, SafeFileHandle source);
}
