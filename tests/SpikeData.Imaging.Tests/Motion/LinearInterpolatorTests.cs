using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class LinearInterpolatorTests
{
    static readonly byte[] Bright = [.. Enumerable.Range(0, 256 * 3).Select(i => (byte)i)];
    static readonly byte[] Dark = [.. Enumerable.Range(0, 256 * 3).Select(i => (byte)(i * 7 + 3))];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(1, 255)]
    [InlineData(255, 256)]
    [InlineData(2, 3)]
    public void EachByte_MovesEvenly(int numerator, int denominator) => Assert.Equal(
        Bright.Zip(Dark, (left, right) => (byte)((left * (denominator - numerator) + right * numerator + denominator / 2) / denominator)),
        Between(Bright, Dark, numerator, denominator));

    [Fact]
    public void EqualFrames_StayAsTheyAre() => Assert.Equal(Bright, Between(Bright, Bright, 5, 8));

    [Fact]
    public void TimeRunningBackward_GivesTheSameFrame() => Assert.Equal(Between(Bright, Dark, 3, 8), Between(Dark, Bright, 5, 8));

    [Theory]
    [InlineData(0, 8)]
    [InlineData(8, 8)]
    [InlineData(1, 257)]
    public void TimeOutsideThePair_IsRefused(int numerator, int denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Between(Bright, Dark, numerator, denominator));

    static byte[] Between(byte[] left, byte[] right, int numerator, int denominator)
    {
        using CpuDevice device = new();
        using LinearInterpolator interpolator = new(device);
        using Frame first = Pictures.Upload(device, left, 16, 16), second = Pictures.Upload(device, right, 16, 16), target = Pictures.Upload(device, left, 16, 16);
        interpolator.SetPair(first, second);
        interpolator.Between(numerator, denominator, target);
        return target.Pixels.Span[..left.Length].ToArray();
    }
}
