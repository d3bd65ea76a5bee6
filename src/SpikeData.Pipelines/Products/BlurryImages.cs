namespace SpikeData.Pipelines;

/// <summary>One blurry image per exposure: the mean of its frames, B = (1/T) integral of L(t) dt.</summary>
public sealed class BlurryImages(Exposures exposures) : IProduct
{
    public string Kind => "blur";

    public Exposures Exposures { get; } = exposures;

    public IRecorder Record(ISampleWriter writer) => throw new NotSupportedException();
}
