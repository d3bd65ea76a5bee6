namespace SpikeData.Pipelines;

/// <summary>Latent frames kept as they are, the truth that deblurring is measured against.</summary>
public sealed class SharpImages(Exposures exposures, int frames) : IProduct
{
    public string Kind => "sharp";

    public Exposures Exposures { get; } = exposures;

    /// <summary>How many frames are kept of each exposure: the middle one, or a sequence from the first to the last.</summary>
    public int Frames { get; } = frames;

    public IRecorder Record(ISampleWriter writer) => throw new NotSupportedException();
}
