using SpikeData.Compute;

namespace SpikeData.Training.Tests;

public sealed class XavierNormalTests
{
    [Fact]
    public void Weights_HaveTheSpreadOfTheirFans_AndBiasesAreZero()
    {
        using CpuDevice device = new();
        ParameterSet parameters = new(device, 1);
        Parameter weight = parameters.AddWeight("w", 64, 32, 1, 3, 3), bias = parameters.AddBias("b", 64, 288);
        XavierNormal.Draw(parameters, 7);
        float[] numbers = weight.Read();
        double spread = Math.Sqrt(2.0 / (9 * (64 + 32))), mean = numbers.Average(), square = numbers.Average(number => (double)number * number);
        Assert.Equal(0, mean, 0.05 * spread);
        Assert.Equal(spread * spread, square, 0.05 * spread * spread);
        Assert.Equal(0.6827, numbers.Count(number => Math.Abs(number) < spread) / (double)numbers.Length, 0.02);
        Assert.All(bias.Read(), number => Assert.Equal(0, number));
    }
}
