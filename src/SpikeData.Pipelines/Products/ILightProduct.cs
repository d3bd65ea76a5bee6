namespace SpikeData.Pipelines;

/// <summary>A product that needs no more of frames than the light they throw on the pixels of a spike camera; its recorder is an <see cref="ILightRecorder"/>.</summary>
interface ILightProduct : IProduct
{
    /// <summary>What the camera records.</summary>
    SpikeStreams Streams { get; }
}
