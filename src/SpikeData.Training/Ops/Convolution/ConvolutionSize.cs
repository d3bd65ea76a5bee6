namespace SpikeData.Training;

/// <summary>How large the output of a convolution is, what its sums begin with and what becomes of negative ones.</summary>
/// <param name="Height">Output rows.</param>
/// <param name="Width">Output columns.</param>
/// <param name="Channels">Output channels.</param>
/// <param name="Start">What the sums begin with.</param>
/// <param name="Slope">What negative sums are multiplied with at the end; 1 leaves them.</param>
/// <param name="WeightsPerImage">How far the weights of the next image lie; 0 where all share them.</param>
public readonly record struct ConvolutionSize(int Height, int Width, int Channels, ConvolutionStart Start, float Slope = 1, int WeightsPerImage = 0);
