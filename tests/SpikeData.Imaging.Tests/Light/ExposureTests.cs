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
        device.Run(new AverageExposure(source.View, picture.View, picture.View, sums.Length, sums.Length, 1, frames, 0), 1, sums.Length);
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

    [Theory]
    [InlineData(1)]
    [InlineData(97)]
    [InlineData(4096)]
    public void StillSceneInLinearLight_BlursToItself(int frames)
    {
        byte[] still = [.. Enumerable.Range(0, 255).SelectMany(code => (byte[])[(byte)code, (byte)(code + 1), 0])];
        foreach (ResponseCurve curve in (ResponseCurve[])[ResponseCurve.Srgb, ResponseCurve.Gamma(2.2), ResponseCurve.Gamma(2.4), ResponseCurve.Gamma(1)])
            Assert.Equal(still, Blur([.. Enumerable.Repeat(still, frames).SelectMany(frame => frame)], 1, 255, response: curve));
    }

    [Fact]
    public void BlackAndWhiteInLinearLight_MixBrighterThanTheirCodes()
    {
        byte[] flicker = [0, 0, 0, 255, 255, 255];
        Assert.Equal([128, 128, 128], Blur(flicker, 1, 1));
        Assert.Equal([188, 188, 188], Blur(flicker, 1, 1, response: ResponseCurve.Srgb));
        Assert.Equal([186, 186, 186], Blur(flicker, 1, 1, response: ResponseCurve.Gamma(2.2)));
    }

    [Fact]
    public void ExposureLongerThanItsSums_IsRefused()
    {
        using CpuDevice device = new();
        using Exposure exposure = new(device, 1, 1, ResponseCurve.Srgb);
        using Frame frame = Pictures.Upload(device, [255, 255, 255], 1, 1);
        for (int index = 0; index < exposure.MostFrames; index++) exposure.Add(frame);
        Assert.Equal("SPIKE468", Assert.Throws<SpikeDataException>(() => exposure.Add(frame)).Id);
    }

    [Fact]
    public void Duty_KeepsTheShutterOpenForItsShare()
    {
        byte[] ramp = [.. Enumerable.Range(0, 10).SelectMany(frame => Enumerable.Repeat((byte)(10 * frame), 3))];
        Assert.Equal(Blur(ramp[..12], 1, 1), Blur(ramp, 1, 1, shutter: Shutter.ForDuty(10, 0.4)));
        Assert.Equal(Blur(ramp[..3], 1, 1), Blur(ramp, 1, 1, shutter: Shutter.ForDuty(10, 0.01)));
        Assert.Equal(Blur(ramp, 1, 1), Blur(ramp, 1, 1, shutter: Shutter.ForDuty(10, 1)));
    }

    [Fact]
    public void RollingShutter_ShiftsEveryRowByItsDelay()
    {
        const int Rows = 8, Open = 5, Readout = 16;
        Shutter rolling = new(Open, Readout);
        Assert.Equal(Open + 14, rolling.FramesFor(Rows));
        byte[] ramp = [.. Enumerable.Range(0, rolling.FramesFor(Rows)).SelectMany(frame => Enumerable.Repeat((byte)(3 * frame), Rows * 3))];
        byte[] blur = Blur(ramp, Rows, 1, shutter: rolling);
        // A row that begins k frames later sees frames k .. k + 4, whose mean is frame k + 2.
        Assert.Equal(Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Repeat((byte)(3 * ((2 * row) + 2)), 3)), blur);
    }

    [Fact]
    public void OpenShutter_HasNoPictureYet()
    {
        using CpuDevice device = new();
        using Exposure exposure = new(device, 1, 1, shutter: new(3));
        using Frame frame = Pictures.Upload(device, [1, 2, 3], 1, 1);
        using Buffer<byte> picture = device.Allocate<byte>(3);
        exposure.Add(frame);
        Assert.Throws<InvalidOperationException>(() => exposure.Average(picture));
    }

    static byte[] Blur(byte[] clip, int height, int width, int scale = 1, ResponseCurve? response = null, Shutter? shutter = null)
    {
        using CpuDevice device = new();
        using Exposure exposure = new(device, height, width, response, shutter);
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
