namespace SpikeData.Training;

/// <summary>A frame that XVFI-Net made, with what it was made of.</summary>
/// <param name="Frame">[N, 3, H, W], not limited.</param>
/// <param name="Visibility">[N, 1, H, W]: how much of a pixel the first frame shows, 0 to 1.</param>
/// <param name="Flows">[N, 4, h, w]: from the instant to the first frame and to the second, in pixels of the features.</param>
public sealed record XvfiFrame(Tensor Frame, Tensor Visibility, Tensor Flows);
