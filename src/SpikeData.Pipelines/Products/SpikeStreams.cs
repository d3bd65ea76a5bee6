namespace SpikeData.Pipelines;

/// <summary>One spike stream per exposure: what a spike camera reads out during the exposure and a margin on either side.</summary>
public sealed class SpikeStreams(Exposures exposures, SimulateSpikes parameters) : IProduct
{
    public string Kind => "spike";

    public Exposures Exposures { get; } = exposures;

    public SimulateSpikes Parameters { get; } = parameters;

    public IRecorder Record(ISampleWriter writer) => throw new NotSupportedException();
}
