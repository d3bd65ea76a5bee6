namespace SpikeData.Pipelines;

/// <summary>A product that needs no more of frames than the light they throw on the pixels of a spike camera.</summary>
/// <remarks>Its recorder is an <see cref="ILightRecorder"/>.</remarks>
interface ILightProduct : IProduct
{
    /// <summary>What the camera records.</summary>
    SpikeStreams Streams { get; }
}
