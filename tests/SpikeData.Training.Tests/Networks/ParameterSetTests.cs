using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class ParameterSetTests
{
    [Fact]
    public void Weights_BeginEvenlySpreadOverOneOverTheRootOfTheFanIn()
    {
        using CpuDevice device = new();
        float[] numbers = new ParameterSet(device, 7).AddWeight("w", 64, 32, 5, 5).Read();
        float bound = 1 / MathF.Sqrt(32 * 25);
        Assert.All(numbers, number => Assert.InRange(number, -bound, bound));
        Assert.Equal(0, numbers.Average(number => (double)number), 0.01 * bound);
        Assert.Equal(bound * bound / 3, numbers.Average(number => (double)number * number), 0.01 * bound * bound);
    }

    [Fact]
    public void Beginnings_DependOnSeedAndNameAlone()
    {
        using CpuDevice device = new();
        ParameterSet one = new(device, 7), same = new(device, 7), other = new(device, 8);
        _ = same.AddBias("first", 5, 1);
        float[] numbers = one.AddBias("b", 9, 4).Read();
        Assert.Equal(numbers, same.AddBias("b", 9, 4).Read());
        Assert.NotEqual(numbers, other.AddBias("b", 9, 4).Read());
        Assert.NotEqual(numbers, one.AddBias("c", 9, 4).Read());
    }

    [Fact]
    public void WeightsOfAnotherNetwork_AreRefusedWithTheirNames()
    {
        using CpuDevice device = new();
        ParameterSet small = new(device, 1), large = new(device, 1);
        _ = small.AddWeight("head.weight", 4, 1, 3, 3);
        _ = large.AddWeight("head.weight", 8, 1, 3, 3);
        _ = large.AddBias("head.bias", 8, 9);
        _ = small.AddBias("tail.bias", 4, 9);
        var refused = Assert.Throws<SpikeDataException>(() => Weights.Of(small).CopyTo(large));
        Assert.Equal("SPIKE502", refused.Id);
        Assert.Equal(
            "The weights do not fit the network: 'head.weight' is [4, 1, 3, 3] where [8, 1, 3, 3] was expected; 'head.bias' is missing; 'tail.bias' is not known. 'spikedata weights show' lists what they have.",
            refused.Message);
    }
}
