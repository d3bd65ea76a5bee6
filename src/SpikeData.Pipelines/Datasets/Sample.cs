namespace SpikeData.Pipelines;

/// <summary>One exposure of a data set with everything recorded of it: the blurry image, the spikes and the sharp truth.</summary>
/// <param name="Split">The part of the data set, such as "train"; empty when there are no parts.</param>
/// <param name="Clip">The clip it was recorded from.</param>
/// <param name="Label">Its number, as in the file names.</param>
public sealed record Sample(string Split, string Clip, string Label);
