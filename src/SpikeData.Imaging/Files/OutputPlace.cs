using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Finds out whether a result can be written before the work that makes it, by beginning to write it. Nothing is left behind; what a killed process leaves, the next one removes.</summary>
public static class OutputPlace
{
    /// <summary>A file can be written, in a folder that is there.</summary>
    /// <exception cref="SpikeDataException">SPIKE122: it cannot be.</exception>
    public static void RequireFile(string path) => Try(path, () => new DraftFile(path).Dispose());

    /// <summary>A folder can be written and take its place as a whole. Folders on the way to it are made with it.</summary>
    /// <exception cref="SpikeDataException">SPIKE122: it cannot be. SPIKE488: files of others are there. SPIKE489: nothing can be put there as a whole.</exception>
    public static void RequireFolder(string path) => Try(path, () => new Draft(path).Dispose());

    /// <summary>Files can be written into a folder that stays, or into what there is of the way to it.</summary>
    /// <exception cref="IOException">They cannot be.</exception>
    public static void RequireInside(string folder)
    {
        string place = Path.GetFullPath(folder);
        while (!Directory.Exists(place) && !File.Exists(place) && Path.GetDirectoryName(place) is { } parent) place = parent;
        if (File.Exists(place)) throw new IOException($"{place} is a file, where a folder was expected.");
        try
        {
            new DraftFile(Path.Combine(place, ".spikedata")).Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Nothing can be written into {place}.", problem) { HResult = problem.HResult };
        }
    }

    static void Try(string path, Action begin)
    {
        try
        {
            begin();
        }
        catch (DirectoryNotFoundException problem)
        {
            throw Refusal(path, $"{problem.Message} Make it, or name another.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, $"Nothing can be written there: {OpenFileLimit.Explain(problem) ?? $"{problem.Message} Check the folder, its permissions and the space on its disk."}", problem);
        }
    }

    static SpikeDataException Refusal(string path, string why, Exception? cause = null) => new("SPIKE122", why, cause) { File = path };
}
