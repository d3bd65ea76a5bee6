namespace SpikeData.Imaging;

/// <summary>Finds out whether a result can be written before the work that makes it.</summary>
public static class OutputPlace
{
    /// <summary>Tries the folder that a result goes into, or what there is of the way to it. Nothing is left behind; what a killed process leaves, the next one removes.</summary>
    /// <param name="path">The file or folder that will be written.</param>
    /// <exception cref="IOException">It cannot be.</exception>
    public static void Require(string path)
    {
        string place = Path.GetFullPath(path);
        while (!Directory.Exists(place))
        {
            if (File.Exists(place) && place != Path.GetFullPath(path)) throw new IOException($"{place} is a file, where a folder was expected.");
            place = Path.GetDirectoryName(place) ?? throw new DirectoryNotFoundException($"There is no {Path.GetPathRoot(path)}.");
        }

        try
        {
            new DraftFile(Path.Combine(place, ".spikedata")).Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Nothing can be written into {place}.", problem) { HResult = problem.HResult };
        }
    }
}
