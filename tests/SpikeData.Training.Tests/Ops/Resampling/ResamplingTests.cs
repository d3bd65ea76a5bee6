using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class ResamplingTests
{
    static readonly Shape Shape = new(2, 4, 3, 5);

    public static TheoryData<string> Verbs => [.. All.Keys];

    static Dictionary<string, Func<Tensor, Tensor>> All { get; } = new()
    {
        ["enlarge"] = x => x.ResizeNearest(2),
        ["enlarge by three"] = x => x.ResizeNearest(3),
        ["shuffle pixels"] = x => x.PixelShuffle(2),
        ["interpolate x2"] = x => x.ResizeBilinear(2),
        ["interpolate x4"] = x => x.ResizeBilinear(4),
        ["interpolate x1.5"] = x => x.ResizeBilinear(1.5f),
        ["interpolate x0.5"] = x => x.ResizeBilinear(0.5f),
        ["interpolate x0.34"] = x => x.ResizeBilinear(0.34f),
        ["shrink to a half"] = x => x.ResizeBicubic(2),
        ["shrink to a third"] = x => x.ResizeBicubic(3),
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Gradient_IsTheDifferenceQuotient(string name) => Differences.Agree((inputs, _) => All[name](inputs[0]), [Shape]);

    [Fact]
    public void ShrinkingFar_HasTheGradientOfTheDifferenceQuotient() =>
        Differences.Agree((inputs, _) => inputs[0].ResizeBicubic(4), [new(1, 2, 8, 12)]);

    [Fact]
    public void EvenSlope_StaysEvenWhenItIsShrunk()
    {
        float[] slope = [.. Enumerable.Range(0, 64).Select(i => (float)(i % 16))];
        float[] small = Values(tape => tape.Input(new(1, 1, 4, 16), slope).ResizeBicubic(4));
        Assert.Equal([5.5f, 9.5f], small[1..3]);
    }

    [Theory]
    [InlineData(Border.Zeros)]
    [InlineData(Border.Repeat)]
    public void WarpGradients_AreDifferenceQuotients(Border border)
    {
        // Fractions away from whole numbers, where the slope jumps; some targets outside.
        float[] flow = [.. Numbers.Spread(2 * 2 * 15, 4).Select(number => MathF.Round(number * 5) + 0.3f + 0.4f * MathF.Abs(number))];
        Differences.AgreeAt(
            (inputs, _) => inputs[0].Warp(inputs[1], border),
            [(Shape, Numbers.Spread(Shape.Length)), (Shape with { Channels = 2 }, flow)]);
    }

    [Fact]
    public void StillFlow_ChangesNothing()
    {
        float[] numbers = Numbers.Random(Shape.Length);
        Assert.Equal(numbers, Values(tape => tape.Input(Shape, numbers).Warp(tape.Input(Shape with { Channels = 2 }, new float[60]), Border.Zeros)));
    }

    [Theory]
    [InlineData(Border.Zeros, new float[] { 2, 3, 0 })]
    [InlineData(Border.Repeat, new float[] { 2, 3, 3 })]
    public void WholeFlow_FetchesTheNeighbor(Border border, float[] expected) => Assert.Equal(
        expected,
        Values(tape => tape.Input(new(1, 1, 1, 3), [1, 2, 3]).Warp(tape.Input(new(1, 2, 1, 3), [1, 1, 1, 0, 0, 0]), border)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void FlowBeyondAllBounds_SeesNothing(float u) => Assert.Equal(
        [0],
        Values(tape => tape.Input(Shape.Scalar, [7]).Warp(tape.Input(new(1, 2, 1, 1), [u, 0]), Border.Zeros)));

    [Theory]
    [InlineData(2)]
    [InlineData(0.5f)]
    public void EvenImage_StaysEvenInAnySize(float factor)
    {
        float[] numbers = [.. Enumerable.Repeat(0.7f, Shape.Length)];
        Assert.All(Values(tape => tape.Input(Shape, numbers).ResizeBilinear(factor)), number => Assert.Equal(0.7f, number, 1e-6f));
    }

    [Fact]
    public void Doubling_MixesNeighborsThreeToOne() =>
        Assert.Equal([0, 1, 3, 4], Values(tape => tape.Input(new(1, 1, 1, 2), [0, 4]).ResizeBilinear(2)).AsSpan(0, 4));

    [Fact]
    public void Shuffle_PutsChannelsIntoSquares() =>
        Assert.Equal([1, 2, 3, 4], Values(tape => tape.Input(new(1, 4, 1, 1), [1, 2, 3, 4]).PixelShuffle(2)));

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
