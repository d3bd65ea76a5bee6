namespace SpikeData.Training;

/// <summary>A frame that a network made, and the motion it saw there.</summary>
/// <param name="Frame">[1, 3, H, W].</param>
/// <param name="Flows">[1, 4, H / scale, W / scale]: from the instant to the first frame and to the second, in pixels of that grid.</param>
/// <param name="FlowScale">How many times smaller than the frame that grid is.</param>
public readonly record struct VideoFrame(Tensor Frame, Tensor Flows, int FlowScale = 1);
