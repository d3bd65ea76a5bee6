namespace SpikeData.Pipelines;

/// <summary>One sample of a clip.</summary>
/// <param name="Label">Its number as in the file names.</param>
/// <param name="Exposure">The exposure, counted from 0; the files of the sample bear the same.</param>
public sealed record ManifestSample(string Label, int Exposure);
