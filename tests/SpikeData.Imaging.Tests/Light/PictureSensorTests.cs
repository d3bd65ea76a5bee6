using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class PictureSensorTests
{
    const int Height = 64, Width = 64;

    [Fact]
    public void QuietSensor_ChangesNothing() => Assert.Equal(Enumerable.Repeat((byte)77, Height * Width * 3), Take(new(), 77));

    [Theory]
    [InlineData(3, 0, 128)]
    [InlineData(0, 1000, 200)]
    [InlineData(2, 2000, 60)]
    public void Noise_HasTheDeviationOfReadOutAndPhotons(double read, double photons, byte code)
    {
        byte[] picture = Take(new(read, photons), code);
        double mean = picture.Average(value => (double)value), variance = picture.Average(value => (value - mean) * (value - mean));
        double expected = (read * read) + (photons > 0 ? code * 255 / photons : 0);
        Assert.Equal(code, mean, 0.1);
        // Rounding to codes adds 1/12.
        Assert.Equal(expected + (1 / 12.0), variance, 0.05 * expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void FewBits_LeaveFewLevelsFromBlackToWhite(int bits)
    {
        byte[] levels = [.. Enumerable.Range(0, 256).Select(code => Take(new(Bits: bits), (byte)code)[0])];
        Assert.Equal(1 << bits, levels.Distinct().Count());
        Assert.Equal((0, 255), (levels[0], levels[255]));
        Assert.All(levels.Select((level, code) => Math.Abs(level - code)), distance => Assert.InRange(distance, 0, (255 / ((1 << bits) - 1) / 2) + 1));
    }

    [Fact]
    public void Exposures_HaveTheirOwnNoise() => Assert.NotEqual(Take(new(5), 100, exposure: 0), Take(new(5), 100, exposure: 1));

    [Theory]
    [InlineData(-1, 0, 8)]
    [InlineData(0, 5, 8)]
    [InlineData(0, 0, 9)]
    public void ImpossibleSensor_IsRefused(double read, double photons, int bits) =>
        Assert.Equal("SPIKE479", Assert.Throws<SpikeDataException>(() => Take(new(read, photons, bits), 0)).Id);

    static byte[] Take(PictureNoise noise, byte code, int exposure = 0)
    {
        using CpuDevice device = new();
        using PictureSensor sensor = new(device, Height, Width, noise, PhiloxKey.Derive(1));
        using Buffer<byte> picture = device.Allocate<byte>(Height * Width * 3);
        byte[] bytes = new byte[picture.Length];
        Array.Fill(bytes, code);
        picture.Upload(bytes);
        sensor.AddNoise(picture, exposure);
        picture.Download(bytes);
        return bytes;
    }
}
