using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Chooses how frames are kept.</summary>
static class FrameWriter
{
    const double UsualSpeed = 24;

    /// <summary>A video where the name ends in .mp4 or .avi, a folder of pictures otherwise.</summary>
    internal static IFrameWriter Create(string path, Clip clip) => Path.GetExtension(path).ToLowerInvariant() is ".mp4" or ".avi"
        ? new VideoFrameWriter(path, clip.Size, clip.FramesPerSecond ?? UsualSpeed)
        : new PictureFrameWriter(path, clip.Size);
}
