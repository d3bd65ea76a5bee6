using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>In which order the rows of the blurry camera see light.</summary>
public interface IShutter
{
    /// <summary>When the rows see light if each of them sees so many frames.</summary>
    Shutter Open(int frames);
}
