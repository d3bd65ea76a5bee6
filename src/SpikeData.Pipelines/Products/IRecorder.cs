using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A product in the making: takes the frames of one clip as they pass. What is unfinished when it is disposed is dropped.</summary>
public interface IRecorder : IDisposable
{
    /// <summary>Takes the next frame.</summary>
    /// <param name="frame">Valid during the call only; its content must not be changed.</param>
    /// <param name="index">The frame's place in the clip, counted from 0.</param>
    void Take(Frame frame, int index);
}
