namespace SpikeData.Pipelines;

/// <summary>A source of spikes that no light caused.</summary>
public interface ISpikeNoise;
