using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>A recorder that takes the light of frames in place of the frames.</summary>
interface ILightRecorder : IRecorder
{
    /// <summary>Takes the light of the next frame.</summary>
    /// <param name="light">In units of <see cref="Imaging.Light"/>, valid during the call only.</param>
    /// <param name="index">The frame's place in the clip, counted from 0.</param>
    void Take(Buffer<int> light, int index);
}
