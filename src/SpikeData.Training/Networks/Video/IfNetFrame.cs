namespace SpikeData.Training;

/// <summary>A frame that IFNet made, with what it found on the way.</summary>
/// <param name="Frame">[N, 3, H, W], 0 to 1.</param>
/// <param name="Motions">After each block [N, 5, H, W]: the flows from the instant to both frames, and the logit of what the first one shows.</param>
public sealed record IfNetFrame(Tensor Frame, IReadOnlyList<Tensor> Motions);
