using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>The official scripts, run unmodified on a small clip with their random draws recorded.</summary>
public sealed class PublishedPipelineTests
{
    const string File = "blur/pipeline.npz";
    const int Height = 24, Width = 32, Exposure = 97, Period = 104, Margin = 20;
    static readonly byte[][] Clip = [.. Golden.Read<byte>(File, "source_bgr").Chunk(Height * Width * 3)];

    [Theory]
    [InlineData(0, "000006")]
    [InlineData(1, "000019")]
    [InlineData(2, "000032")]
    [InlineData(3, "000045")]
    public void BlurryPicture_IsTheScriptsByteForByte(int exposure, string name)
    {
        using CpuDevice device = new();
        using Exposure shutter = new(device, Height, Width);
        foreach (byte[] bgr in Clip.AsSpan(exposure * Period, Exposure))
        {
            using Frame frame = Pictures.Upload(device, bgr, Height, Width);
            shutter.Add(frame);
        }

        byte[] blur = new byte[Height * Width * 3];
        using Buffer<byte> picture = device.Allocate<byte>(blur.Length);
        shutter.Average(picture);
        picture.Download(blur);
        Assert.Equal(Golden.Read<byte>(File, $"blur/{name}.png"), blur);
    }

    [Theory]
    [InlineData(1, "000019")]
    [InlineData(2, "000032")]
    public void Spikes_AreTheScriptsBitForBitWhenItsDrawsAreGiven(int exposure, string name)
    {
        using CpuDevice device = new();
        using LightMeter meter = new(device, Height, Width, 4);
        using SpikeSimulation camera = new(device, meter.Height, meter.Width, SpikeModel.Physical);
        const int Ticks = Exposure + (2 * Margin);
        int pixels = camera.Layout.Pixels;
        byte[] noise = PublishedNoise.Place(Golden.Read<float>(File, $"spike_gauss/{name}.dat"), meter.Height, meter.Width, Ticks);
        using Buffer<byte> given = device.Allocate<byte>(pixels), packed = device.Allocate<byte>(camera.Layout.FrameBytes);
        byte[] dat = new byte[Ticks * camera.Layout.FrameBytes];

        camera.Reset([.. Golden.Read<float>(File, $"spike_rand/{name}.dat").Select(share => (float)(share * SpikeModel.Physical.Gain))]);
        for (int tick = 0; tick < Ticks; tick++)
        {
            byte[] bgr = Clip[(exposure * Period) - Margin + tick];
            using Frame frame = Pictures.Upload(device, tick < Margin ? RoundedByBlocks(bgr) : bgr, Height, Width);
            camera.Tick(meter.Measure(frame));
            given.Upload(noise.AsSpan(tick * pixels, pixels));
            camera.Add(given);
            camera.Pack(packed);
            packed.Download(dat.AsSpan(tick * camera.Layout.FrameBytes, camera.Layout.FrameBytes));
        }

        Assert.Equal(Golden.Read<byte>(File, $"spike/{name}.dat"), dat);
    }

    /// <summary>The script resizes the frames before an exposure as bytes: the mean of a block's middle pixels is rounded, half up.</summary>
    static byte[] RoundedByBlocks(byte[] bgr)
    {
        byte[] rounded = new byte[bgr.Length];
        for (int y = 0; y < Height; y++)
        for (int x = 0; x < Width; x++)
        for (int channel = 0; channel < 3; channel++)
        {
            int At(int row, int column) => bgr[((((y & ~3) + row) * Width) + (x & ~3) + column) * 3 + channel];
            rounded[((y * Width) + x) * 3 + channel] = (byte)((At(1, 1) + At(1, 2) + At(2, 1) + At(2, 2) + 2) >> 2);
        }

        return rounded;
    }
}
