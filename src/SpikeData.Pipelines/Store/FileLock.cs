namespace SpikeData.Pipelines;

/// <summary>A file that one process at a time can hold. The system lets go of it when the process ends, however it ends.</summary>
sealed class FileLock : IDisposable
{
    const int LinuxBusy = 11, MacBusy = 35, WindowsBusy = unchecked((int)0x80070020);

    readonly FileStream file;

    FileLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock if nobody holds it.</summary>
    public static FileLock? TryTake(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Shares the lock with others who share it, if nobody has it alone.</summary>
    public static FileLock? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Takes the lock if nobody holds it, and leaves no file behind: for names that are used once.</summary>
    /// <remarks>Whoever opened the file just before it went away holds a lock that the next one does not see.</remarks>
    public static FileLock? TryClaim(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);

    static FileLock? TryOpen(string path, FileAccess access, FileShare share, FileOptions options = FileOptions.None)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share, 1, options));
        }
        catch (IOException error) when (error.HResult is LinuxBusy or MacBusy or WindowsBusy)
        {
            return null;
        }
    }

    /// <summary>Waits until the lock is free and takes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tryTake">Takes it alone or shares it.</param>
    /// <param name="waiting">Called once when the lock is not free at once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static FileLock Take(string path, Func<string, FileLock?> tryTake, Action waiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (bool told = false; ; told = true)
        {
            if (tryTake(path) is { } taken) return taken;
            if (!told) waiting();
            cancellation.WaitHandle.WaitOne(50);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => file.Dispose();
}
