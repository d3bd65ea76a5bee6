namespace SpikeData.Pipelines;

/// <summary>Which files are videos and which are pictures, told by their extension.</summary>
static class MediaFiles
{
    /// <summary>What can be read, as messages list it.</summary>
    public const string Known = ".mp4, .avi, .mkv, .mov videos and .png, .jpg, .jpeg pictures";

    public static bool IsVideo(string path) => Path.GetExtension(path).ToLowerInvariant() is ".mp4" or ".avi" or ".mkv" or ".mov";

    public static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg";
}
