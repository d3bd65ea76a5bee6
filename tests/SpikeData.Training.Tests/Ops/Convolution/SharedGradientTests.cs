namespace SpikeData.Training.Tests;

/// <summary>Gradients of images that a convolution is not the only one to see: each way back adds its share once.</summary>
public sealed class SharedGradientTests
{
    static readonly Shape Odd = new(1, 3, 4, 4);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Convolution_AddsItsShareOnce_ForOddNumbersOfChannels(int kernel) => Differences.Agree(
        (inputs, weights) => inputs[0].Convolve(weights[0], padding: Padding.All(kernel / 2)).Slice(0, 3).Add(inputs[0]), [Odd], [4, 3, kernel, kernel]);

    [Fact]
    public void TransposedConvolution_AddsItsShareOnce_ForOddNumbersOfChannels() => Differences.Agree(
        (inputs, weights) => inputs[0].ConvolveTransposed(weights[0], null, stride: 2, padding: 1).Crop(2, 2, 4, 4).Add(inputs[0]), [Odd], [3, 3, 4, 4]);
}
