namespace SpikeData.Pipelines;

/// <summary>Which files are videos and which are pictures, told by their extension.</summary>
public static class MediaFiles
{
    /// <summary>What can be read, as messages list it.</summary>
    public const string Known = ".mp4, .avi, .mkv, .mov videos and .png, .jpg, .jpeg pictures";

    /// <summary>Whether a file is a video, by its extension.</summary>
    public static bool IsVideo(string path) => Path.GetExtension(path).ToLowerInvariant() is ".mp4" or ".avi" or ".mkv" or ".mov";

    /// <summary>Whether a file is a picture, by its extension.</summary>
    public static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg";
}
