using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class NormalTests
{
    [Fact]
    public void Draws_HaveTheShapeOfTheBellCurve()
    {
        const int Count = 1_000_000, Deviation = 1 << 20;
        using CpuDevice device = new();
        using Buffer<int> numbers = device.Allocate<int>(Count), table = device.Allocate<int>(Normal.Table.Length);
        table.Upload(Normal.Table);
        device.Run(new DrawPattern(numbers.View, table.View, Count, 10 * Deviation, Deviation, PhiloxKey.Derive(1), 1), 1, Count);
        int[] drawn = new int[Count];
        numbers.Download(drawn);
        double[] z = [.. drawn.Select(number => ((double)number / Deviation) - 10)];
        Assert.Equal(0, z.Average(), 0.004);
        Assert.Equal(1, z.Average(value => value * value), 0.006);
        Assert.Equal(3, z.Average(value => value * value * value * value), 0.05);
        Assert.Equal(0.8413, z.Count(value => value < 1) / (double)Count, 0.0015);
        Assert.Equal(0.00135, z.Count(value => value < -3) / (double)Count, 0.00015);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.8413447460685429, 1)]
    [InlineData(0.9772498680518208, 2)]
    [InlineData(0.00134989803163009, -3)]
    [InlineData(0.9999683287581669, 4)]
    public void Quantiles_AreThoseOfTheTables(double probability, double z) => Assert.Equal(z, StandardNormal.Quantile(probability), 1e-9);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(1.4142135623730951)]
    [InlineData(123456)]
    public void ReproducibleMath_AgreesWithTheLibrary(double number)
    {
        Assert.Equal(Math.Log(number), ReproducibleMath.Log(number), 1e-12);
        Assert.Equal(1, ReproducibleMath.Power(number, 1 / 2.4) / Math.Pow(number, 1 / 2.4), 1e-12);
        Assert.Equal(1, ReproducibleMath.Exp(-number % 50) / Math.Exp(-number % 50), 1e-12);
    }
}
