namespace SpikeData.Training;

/// <summary>A network that makes frames between two others.</summary>
public interface IVideoNetwork
{
    /// <summary>What the height and the width of frames must be multiples of.</summary>
    int SideMultiple { get; }

    /// <summary>About how many pixels something may move from frame to frame to be followed.</summary>
    int Reach { get; }

    /// <summary>About how many bytes of memory each pixel of the frames takes while a frame is made.</summary>
    int BytesPerPixel { get; }

    /// <summary>The number that stands for a color of 0 to 255.</summary>
    float Level(byte color);

    /// <summary>The color that a number stands for, rounded to the nearest; beyond the ends it is 0 or 255.</summary>
    byte Color(float level);

    /// <summary>Makes one frame after the other; each lasts until the next one is asked for.</summary>
    /// <param name="first">[1, 3, H, W]: blue, green, red.</param>
    /// <param name="second">The frame after it.</param>
    /// <param name="instants">Between 0, the first frame, and 1, the second.</param>
    IEnumerable<VideoFrame> Interpolate(Tensor first, Tensor second, IEnumerable<float> instants);
}
