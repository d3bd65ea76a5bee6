using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class ExposureTests
{
    static readonly byte[] Clip = Golden.Read<byte>("blur/blur_clip.npz", "clip_bgr");

    [Fact]
    public void Exposure_EqualsTheOfficialBlur() =>
        Assert.Equal(Golden.Read<byte>("blur/blur_clip.npz", "blur_u8"), Blur(Clip, 48, 64));

    [Fact]
    public void Ties_AreRoundedToEvenAsTheOfficialBlur() =>
        Assert.Equal(Golden.Read<byte>("blur/blur_clip.npz", "blur8_u8"), Blur(Clip[..(8 * 48 * 64 * 3)], 48, 64));

    [Fact]
    public void HalfSize_EqualsTheOfficialBlur() =>
        Assert.Equal(Golden.Read<byte>("blur/blur_clip.npz", "blur_half_u8"), Blur(Clip, 48, 64, scale: 2));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(97)]
    [InlineData(1024)]
    public void StillScene_BlursToItself(int frames)
    {
        byte[] still = Clip[..(48 * 64 * 3)];
        Assert.Equal(still, Blur([.. Enumerable.Repeat(still, frames).SelectMany(frame => frame)], 48, 64));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(97)]
    [InlineData(65536)]
    [InlineData(8_421_504)]
    public void EveryMean_IsRoundedHalfToEven(int frames)
    {
        using CpuDevice device = new();
        int[] sums = [.. Enumerable.Range(0, 2550).Select(step => (int)((long)frames * 255 * step / 2549)), .. Ties(frames)];
        using Buffer<int> source = device.Allocate<int>(sums.Length);
        using Buffer<byte> picture = device.Allocate<byte>(sums.Length);
        source.Upload(sums);
        device.Run(new AverageExposure(source.View, picture.View, sums.Length, sums.Length, 1, frames), 1, sums.Length);
        byte[] means = new byte[sums.Length];
        picture.Download(means);
        Assert.Equal(sums.Select(sum => (byte)Math.Round((decimal)sum / frames, MidpointRounding.ToEven)), means);
    }

    [Fact]
    public void FrameOfAnotherSize_IsRefused()
    {
        using CpuDevice device = new();
        using Exposure exposure = new(device, 2, 2);
        using Frame frame = Pictures.Upload(device, new byte[27], 3, 3);
        Assert.Equal("SPIKE467", Assert.Throws<SpikeDataException>(() => exposure.Add(frame)).Id);
    }

    static IEnumerable<int> Ties(int frames) =>
        frames % 2 != 0 ? [] : Enumerable.Range(0, 255).Select(level => level * frames + frames / 2);

    static byte[] Blur(byte[] clip, int height, int width, int scale = 1)
    {
        using CpuDevice device = new();
        using Exposure exposure = new(device, height, width);
        foreach (byte[] bytes in clip.Chunk(height * width * 3))
        {
            using Frame frame = Pictures.Upload(device, bytes, height, width);
            exposure.Add(frame);
        }

        byte[] blur = new byte[height / scale * (width / scale) * 3];
        using Buffer<byte> picture = device.Allocate<byte>(blur.Length);
        exposure.Average(picture, scale);
        picture.Download(blur);
        return blur;
    }
}
