namespace SpikeData.Imaging;

/// <summary>The limit on how many files may be open at once (ulimit -n), under which the system's own words are no help.</summary>
public static class OpenFileLimit
{
    const int ForTheProcess = 24, ForTheSystem = 23;

    /// <summary>What an error means and the way out, where it comes from the limit; null for others.</summary>
    public static string? Explain(Exception error) => error.HResult is ForTheProcess or ForTheSystem && error is IOException
        ? "too many files are open at once. Raise the limit (ulimit -n 4096), or work on fewer clips at once (--jobs 1)."
        : null;
}
