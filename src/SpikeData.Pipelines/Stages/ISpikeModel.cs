namespace SpikeData.Pipelines;

/// <summary>A sensor that turns light into spikes.</summary>
public interface ISpikeModel;
