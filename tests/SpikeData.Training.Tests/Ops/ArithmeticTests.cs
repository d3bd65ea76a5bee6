using SpikeData.Compute;

namespace SpikeData.Training.Tests;

/// <summary>Verbs that treat every number by itself.</summary>
public sealed class ArithmeticTests
{
    static readonly Shape Shape = new(2, 3, 4, 5);

    public static TheoryData<string> Verbs => [.. All.Keys];

    static Dictionary<string, Func<Tensor[], Tensor>> All { get; } = new()
    {
        ["add"] = x => x[0].Add(x[1]),
        ["subtract"] = x => x[0].Subtract(x[1]),
        ["multiply"] = x => x[0].Multiply(x[1]),
        ["square"] = x => x[0].Square(),
        ["divide"] = x => x[0].Divide(x[1].Scale(1, 3)),
        ["scale"] = x => x[0].Scale(-3, 2),
        ["rectify"] = x => x[0].Relu(),
        ["rectify with a slope"] = x => x[0].Relu(0.1f),
        ["sigmoid"] = x => x[0].Sigmoid(),
        ["exponential"] = x => x[0].Exp(),
        ["clamp"] = x => x[0].Clamp(-0.5f, 0.25f),
        ["absolute"] = x => x[0].Abs(),
        ["absolute, rounded off"] = x => x[0].Abs(0.5f),
        ["mean"] = x => x[0].Mean(),
        ["mean squared difference"] = x => Loss.MeanSquared(x[0], x[1]),
        ["mean absolute difference"] = x => Loss.MeanAbsolute(x[0], x[1]),
        ["Charbonnier"] = x => Loss.Charbonnier(x[0], x[1], 0.5f),
        ["the same operand twice"] = x => x[0].Add(x[0]).Multiply(x[0]),
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Gradient_IsTheDifferenceQuotient(string name) =>
        Differences.Agree((inputs, _) => All[name](inputs), [Shape, Shape]);

    [Fact]
    public void LearnedSlopes_HaveGradients() =>
        Differences.Agree((inputs, parameters) => inputs[0].PRelu(parameters[0]), [Shape], [3]);

    [Fact]
    public void ChannelWeights_HaveGradients() =>
        Differences.Agree((inputs, _) => inputs[0].MultiplyChannels(inputs[1]), [Shape, Shape with { Height = 1, Width = 1 }]);

    [Fact]
    public void PixelsOfLengthOne_HaveGradients() => Differences.Agree((inputs, _) => inputs[0].NormalizeChannels(), [Shape]);

    [Fact]
    public void BlackPixels_StayBlackAndPassNoNumberThatIsNone()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = tape.Input(Shape, new float[Shape.Length], needsGradient: true), y = x.NormalizeChannels();
        tape.Backward(y.Mean());
        float[] numbers = new float[Shape.Length];
        tape.Read(y, numbers);
        Assert.All(numbers, number => Assert.Equal(0, number));
        tape.ReadGradient(x, numbers);
        Assert.All(numbers, number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void PixelWeights_HaveGradients() =>
        Differences.Agree((inputs, _) => inputs[0].MultiplyPixels(inputs[1]), [Shape, Shape with { Channels = 1 }]);

    [Theory]
    [InlineData(0f)]
    [InlineData(-0.3f)]
    [InlineData(5f)]
    [InlineData(-20f)]
    [InlineData(87f)]
    [InlineData(-100f)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Sigmoid_IsTheLogisticFunction(float x)
    {
        double expected = 1 / (1 + Math.Exp(-(double)x));
        Assert.Equal(expected, Values(tape => tape.Input(Shape.Scalar, [x]).Sigmoid())[0], Math.Max(2e-7 * expected, 1e-37));
    }

    [Fact]
    public void Sigmoid_OfNothing_StaysNothing() => Assert.True(float.IsNaN(Values(tape => tape.Input(Shape.Scalar, [float.NaN]).Sigmoid())[0]));

    [Fact]
    public void Mean_OfManyNumbers_KeepsItsDigits()
    {
        float[] numbers = [.. Enumerable.Range(0, 100_003).Select(i => 1000 + i % 7 * 0.25f)];
        float mean = Values(tape => tape.Input(new(1, 1, 1, numbers.Length), numbers).Mean())[0];
        Assert.Equal(numbers.Average(number => (double)number), mean, 1e-4);
    }

    [Fact]
    public void Clamp_PassesTheGradientAtItsEnds()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = tape.Input(new(1, 1, 1, 4), [-1, 0, 1, 2], needsGradient: true);
        tape.Backward(x.Clamp(0, 1), [1, 1, 1, 1]);
        float[] gradient = new float[4];
        tape.ReadGradient(x, gradient);
        Assert.Equal([0, 1, 1, 0], gradient);
    }

    [Fact]
    public void OtherShape_IsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => Values(tape => tape.Input(new(1, 1, 1, 2), [1, 2]).Add(tape.Input(new(1, 1, 2, 1), [1, 2]))));
        Assert.Equal("Tensors of one shape were expected; these are [1, 1, 1, 2] and [1, 1, 2, 1].", refused.Message);
    }

    static float[] Values(Func<Tape, Tensor> make)
    {
        using CpuDevice device = new(threads: 2);
        using Tape tape = new(device);
        Tensor y = make(tape);
        float[] values = new float[y.Shape.Length];
        tape.Read(y, values);
        return values;
    }
}
