namespace SpikeData.Pipelines;

/// <summary>What to do with a video whose frames do not follow each other at even distances in time.</summary>
public interface ITiming;
