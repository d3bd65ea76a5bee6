using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class PoolingTests
{
    static readonly Shape Shape = new(2, 3, 5, 6);

    public static TheoryData<string> Verbs => [.. All.Keys];

    static Dictionary<string, Func<Tensor, Tensor>> All { get; } = new()
    {
        ["largest of blocks"] = x => x.MaxPool(),
        ["largest of overlapping windows"] = x => x.MaxPoolOverlapping(keepsRest: false),
        ["largest of overlapping windows, with the rest"] = x => x.MaxPoolOverlapping(keepsRest: true),
        ["mean of images"] = x => x.GlobalAveragePool(),
        ["largest of images"] = x => x.GlobalMaxPool(),
        ["mean of channels"] = x => x.ChannelMean(),
        ["largest of channels"] = x => x.ChannelMax(),
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Gradient_IsTheDifferenceQuotient(string verb) =>
        Differences.AgreeAt((inputs, _) => All[verb](inputs[0]), [(Shape, [.. Numbers.Spread(Shape.Length).Select(number => 3 * number)])]);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void EqualNumbers_GiveTheGradientToTheFirst(string verb)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor x = tape.Input(Shape, new float[Shape.Length], needsGradient: true);
        Tensor y = All[verb](x);
        tape.Backward(y, [.. Enumerable.Repeat(1f, y.Shape.Length)]);
        float[] gradient = new float[Shape.Length];
        tape.ReadGradient(x, gradient);
        int places = verb switch { "largest of blocks" => 6, "largest of overlapping windows" => 4, "largest of overlapping windows, with the rest" => 6, "mean of images" => 30, "largest of images" => 1, _ => 30 };
        int channels = verb == "largest of channels" ? 1 : 3;
        Assert.Equal(2 * channels * places, gradient.Count(share => share > 0));
        Assert.Equal(y.Shape.Length, gradient.Sum(), 1e-4f);
        Assert.True(gradient[0] > 0);
    }

    [Theory]
    [InlineData(false, new float[] { 5 })]
    [InlineData(true, new float[] { 5, 7 })]
    public void OverlappingWindows_MayKeepTheRest(bool keepsRest, float[] expected)
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        Tensor y = tape.Input(new(1, 1, 3, 4), [1, 2, 3, 4, 5, 1, 2, 7, 1, 1, 1, 1]).MaxPoolOverlapping(keepsRest);
        float[] largest = new float[y.Shape.Length];
        tape.Read(y, largest);
        Assert.Equal(expected, largest);
    }

    [Fact]
    public void OddSides_LoseTheirLastPixel()
    {
        using CpuDevice device = new();
        using Tape tape = new(device);
        float[] largest = new float[1];
        tape.Read(tape.Input(new(1, 1, 3, 3), [1, 2, 9, 4, 3, 9, 9, 9, 9]).MaxPool(), largest);
        Assert.Equal([4], largest);
    }
}
