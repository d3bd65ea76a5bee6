using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The time as the file system tells it: clocks of machines differ, and times of files are given by the one that keeps them.</summary>
static class ServerClock
{
    /// <summary>What a file has for its time that is written into a folder now, in nanoseconds since 1970.</summary>
    public static long Now(string folder)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".now");
        try
        {
            Disk.Before(path);
            File.WriteAllBytes(path, [0]);
            return FileStamp.Of(path).ModifiedNanoseconds;
        }
        finally
        {
            Disk.DeleteFile(path);
        }
    }

    /// <summary>How long ago a file was written.</summary>
    /// <exception cref="FileNotFoundException">It is gone.</exception>
    public static TimeSpan AgeOf(string path, long now) => TimeSpan.FromTicks((now - FileStamp.Of(path).ModifiedNanoseconds) / 100);
}
