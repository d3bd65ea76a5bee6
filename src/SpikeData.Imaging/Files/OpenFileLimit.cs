using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>The limit on how many files may be open at once (ulimit -n), under which the system's own words are no help.</summary>
public static class OpenFileLimit
{
    /// <summary>What to do about it, for the end of a sentence.</summary>
    public const string WayOut = "too many files are open at once. Raise the limit (ulimit -n 4096), or work on fewer clips at once (--jobs 1).";

    const int ForTheProcess = 24, ForTheSystem = 23;

    /// <summary>What an error means and the way out, where it comes from the limit; null for others.</summary>
    public static string? Explain(Exception error) => error.HResult is ForTheProcess or ForTheSystem && error is IOException
        ? WayOut
        : null;

    /// <summary>Whether no file more can be opened at this moment.</summary>
    public static bool IsReached()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using SafeFileHandle nothing = File.OpenHandle("/dev/null");
            return false;
        }
        catch (IOException full)
        {
            return Explain(full) is not null;
        }
    }
}
