using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>What the sensor of the blurry camera does to its pictures.</summary>
public interface IPictureNoise
{
    /// <summary>The sensor that takes the pictures of a clip; nothing when it does nothing.</summary>
    /// <param name="clip">The clip, on whose split and name the draws depend.</param>
    /// <param name="height">Rows of a picture.</param>
    /// <param name="width">Columns of a picture.</param>
    PictureSensor? Begin(Clip clip, int height, int width);
}
