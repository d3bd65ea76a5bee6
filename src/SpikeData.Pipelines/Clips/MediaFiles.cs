using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Which files are videos and which are pictures: told by well-known extensions, and by the first bytes where a name says nothing.</summary>
public static class MediaFiles
{
    /// <summary>What can be read, as messages list it.</summary>
    public const string Known = "videos (.mp4, .mov, .mkv, .webm, .avi and others) and .png, .jpg, .jpeg pictures";

    /// <summary>Whether a file is a video. Only where its extension tells neither that nor another thing is it opened, for its first bytes.</summary>
    public static bool IsVideo(string path) => HasVideoEnding(path) || Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" or ".jpg" or ".jpeg" or ".dat" or ".npy" or ".npz" or ".h5" or ".txt" or ".json" or ".yaml" or ".yml" or ".md" => false,
        _ => VideoFacts.IsVideo(path),
    };

    /// <summary>Whether a file has one of the well-known extensions of videos.</summary>
    internal static bool HasVideoEnding(string path) => Path.GetExtension(path).ToLowerInvariant() is ".mp4" or ".avi" or ".mkv" or ".mov" or ".webm" or ".m4v";

    /// <summary>Whether a file is a picture, by its extension.</summary>
    public static bool IsPicture(string path) => Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg";
}
