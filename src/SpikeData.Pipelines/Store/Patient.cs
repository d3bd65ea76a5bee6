namespace SpikeData.Pipelines;

/// <summary>Looks at what other machines write: what this one remembers of a folder may be older than what is there.</summary>
static class Patient
{
    const int LinuxStale = 116, MacStale = 70, LinuxBusy = 11, MacBusy = 35, WindowsBusy = unchecked((int)0x80070020), Tries = 5;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromSeconds(90);

    /// <summary>Reads something. A file that another machine or process replaces in this moment is opened again.</summary>
    /// <returns>Null when it is not there.</returns>
    public static T? Look<T>(Func<T> read)
        where T : class
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                return read();
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (IOException error) when (error.HResult is LinuxStale or MacStale or LinuxBusy or MacBusy or WindowsBusy && tried < Tries)
            {
                Thread.Sleep(FirstPause);
            }
        }
    }

    /// <summary>Tries until something has become true, for as long as networks' file systems remember what is no longer so by default.</summary>
    /// <returns>Whether it did.</returns>
    public static bool Until(Func<bool> isSo, CancellationToken cancellation)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (TimeSpan pause = FirstPause; !isSo(); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (waited >= Longest) return false;
            cancellation.WaitHandle.WaitOne(pause);
            cancellation.ThrowIfCancellationRequested();
            waited += pause;
        }

        return true;
    }

    /// <summary>Lists folders, which makes the system ask what is in them.</summary>
    public static void Refresh(params ReadOnlySpan<string> folders)
    {
        foreach (string folder in folders)
        {
            try
            {
                foreach (string _ in Directory.EnumerateFileSystemEntries(folder))
                {
                    // Only asked for.
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is not there either.
            }
        }
    }
}
