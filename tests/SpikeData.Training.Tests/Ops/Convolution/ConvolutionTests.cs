using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class ConvolutionTests
{
    static readonly Padding BlindSpot = new(2, 0, 1, 1, Border.Repeat);

    public static TheoryData<int, int, int, int, int> Windows() => new()
    {
        { 3, 1, 1, 7, 9 },
        { 1, 1, 0, 5, 6 },
        { 5, 2, 2, 8, 12 },
        { 4, 2, 1, 8, 6 },
        { 3, 2, 1, 7, 8 },
        { 7, 1, 3, 5, 4 },
        { 3, 1, 0, 5, 50 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Convolution_IsItsDefinition(int kernel, int stride, int padding, int height, int width) =>
        AssertDefinition(new(2, 3, height, width), new(5, 3, kernel, kernel), stride, Padding.All(padding));

    [Theory]
    [InlineData(16, 16, 4, 4)]
    [InlineData(17, 19, 5, 6)]
    [InlineData(32, 16, 9, 3)]
    [InlineData(24, 97, 1, 2)]
    [InlineData(16, 24, 33, 50)]
    public void WideConvolution_IsItsDefinition(int inputs, int outputs, int height, int width)
    {
        AssertDefinition(new(2, inputs, height, width), new(outputs, inputs, 3, 3), 1, Padding.All(1));
        AssertDefinition(new(2, inputs, height, width), new(outputs, inputs, 3, 3), 1, BlindSpot);
        if (Math.Min(height, width) >= 3) AssertDefinition(new(1, inputs, height, width), new(outputs, inputs, 3, 3), 1, default);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Gradients_AreDifferenceQuotients(int kernel, int stride, int padding, int height, int width) => Differences.Agree(
        (inputs, parameters) => inputs[0].Convolve(parameters[0], parameters[1], stride, Padding.All(padding)),
        [new(2, 3, height, width)],
        [5, 3, kernel, kernel],
        [5]);

    static void AssertDefinition(Shape input, Shape weights, int stride, Padding padding)
    {
        using CpuDevice device = new(threads: 2);
        using Tape tape = new(device);
        NaiveConvolution naive = new(input, weights, stride, padding);
        float[] x = Numbers.Random(input.Length), w = Numbers.Random(weights.Length, 2), dy = Numbers.Random(naive.Output.Length, 3);
        Parameter weight = new(device, "w", [weights.Batch, weights.Channels, weights.Height, weights.Width]);
        weight.Write(w);
        Tensor image = tape.Input(input, x, needsGradient: true), y = image.Convolve(weight, null, stride, padding);
        Assert.Equal(naive.Output, y.Shape);
        float[] actual = new float[y.Shape.Length], gradient = new float[x.Length];
        tape.Read(y, actual);
        tape.Backward(y, dy);
        tape.ReadGradient(image, gradient);
        (double[] byInput, double[] byWeights) = naive.Backward(x, w, dy);
        AssertNear(naive.Forward(x, w), actual);
        AssertNear(byInput, gradient);
        AssertNear(byWeights, weight.ReadGradient());
    }

    /// <summary>Relative to the length of the vector: 4e-6 is some ten roundings of the largest intermediate number.</summary>
    static void AssertNear(double[] expected, float[] actual)
    {
        double distance = Math.Sqrt(expected.Zip(actual, (a, b) => (a - b) * (a - b)).Sum()), length = Math.Sqrt(expected.Sum(a => a * a));
        Assert.True(distance <= 4e-6 * length, $"The relative distance is {distance / length:E1}.");
    }

    [Fact]
    public void RepeatedColumns_PassTheirGradientToTheBorder() => Differences.Agree(
        (inputs, parameters) => inputs[0].Convolve(parameters[0], padding: BlindSpot),
        [new(2, 3, 4, 5)],
        [4, 3, 3, 3]);

    [Fact]
    public void OneColumn_IsRepeatedOnBothSides() => Differences.Agree(
        (inputs, parameters) => inputs[0].Convolve(parameters[0], padding: BlindSpot),
        [new(1, 2, 4, 1)],
        [3, 2, 3, 3]);

    [Fact]
    public void BlindSpotPadding_HidesWhatLiesBelow()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Parameter weight = new(device, "w", [1, 1, 3, 3]);
        weight.Write(Numbers.Random(9));
        float[] dark = new float[25], lit = new float[25];
        float[] point = new float[25];
        point[12] = 1;
        tape.Read(tape.Input(new(1, 1, 5, 5), dark).Convolve(weight, padding: BlindSpot), dark);
        tape.Read(tape.Input(new(1, 1, 5, 5), point).Convolve(weight, padding: BlindSpot), lit);
        Assert.Equal(dark[..10], lit[..10]);
        Assert.NotEqual(dark[10..15], lit[10..15]);
    }

    [Theory]
    [InlineData(5, 2, 2, 1)]
    [InlineData(4, 2, 1, 0)]
    [InlineData(3, 1, 1, 0)]
    public void TransposedGradients_AreDifferenceQuotients(int kernel, int stride, int padding, int outputPadding) => Differences.Agree(
        (inputs, parameters) => inputs[0].ConvolveTransposed(parameters[0], parameters[1], stride, padding, outputPadding),
        [new(2, 4, 3, 5)],
        [4, 3, kernel, kernel],
        [3]);

    [Theory]
    [InlineData(5, 2, 2, 1)]
    [InlineData(4, 2, 1, 0)]
    public void TransposedConvolution_SpreadsEachPixel(int kernel, int stride, int padding, int outputPadding)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Parameter weight = new(device, "w", [1, 1, kernel, kernel]);
        float[] w = Numbers.Random(kernel * kernel);
        weight.Write(w);
        float[] point = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        Tensor y = tape.Input(new(1, 1, 3, 4), point).ConvolveTransposed(weight, null, stride, padding, outputPadding);
        Assert.Equal(new(1, 1, 6, 8), y.Shape);
        float[] spread = new float[48];
        tape.Read(y, spread);
        for (int row = 0; row < 6; row++)
            for (int column = 0; column < 8; column++)
            {
                int tapY = row + padding - stride, tapX = column + padding - stride;
                bool seen = tapY >= 0 && tapY < kernel && tapX >= 0 && tapX < kernel;
                Assert.Equal(seen ? w[tapY * kernel + tapX] : 0, spread[row * 8 + column]);
            }
    }

    [Fact]
    public void SumsOfNegatives_PassTheSlopeBack() => Differences.AgreeAt(
        (inputs, parameters) => inputs[0].Convolve(parameters[0], slope: 0.25f),
        [(new(1, 1, 2, 2), [-0.5f, 0.5f, -0.75f, 0.75f])],
        [1, 1, 1, 1]);

    [Fact]
    public void Weights_ForOtherChannels_AreRefused()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Parameter weight = new(device, "w", [1, 2, 3, 3]);
        var refused = Assert.Throws<ArgumentException>(() => tape.Input(new(1, 3, 4, 4), new float[48]).Convolve(weight));
        Assert.Contains("w [1, 2, 3, 3] take 2 channels; the input [1, 3, 4, 4] has 3", refused.Message, StringComparison.Ordinal);
    }
}
