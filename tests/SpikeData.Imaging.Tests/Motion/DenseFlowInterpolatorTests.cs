using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class DenseFlowInterpolatorTests
{
    const int Height = 60, Width = 84;

    [Fact]
    public void EqualFrames_StayAsTheyAre()
    {
        byte[] frame = Waves(Height, Width, 0, 0);
        Assert.Equal(frame, Between(frame, frame, Height, Width, 3, 8));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(-3, 5)]
    [InlineData(9, 6)]
    [InlineData(0.5, -1.25)]
    public void MovedScene_IsSeenOnItsWay(double across, double down)
    {
        byte[] left = Waves(Height, Width, 0, 0), right = Waves(Height, Width, across, down);
        for (int eighth = 1; eighth < 8; eighth++)
        {
            byte[] expected = Waves(Height, Width, across * eighth / 8, down * eighth / 8);
            Assert.InRange(Psnr(expected, Between(left, right, Height, Width, eighth, 8), border: 10), 45, double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(17, 60)]
    [InlineData(1, 256)]
    public void TimeRunningBackward_GivesTheSameFrame(int numerator, int denominator)
    {
        (byte[] left, byte[] right) = RealPair();
        Assert.Equal(
            Between(left, right, 240, 320, numerator, denominator),
            Between(right, left, 240, 320, denominator - numerator, denominator));
    }

    [Fact]
    public void RealClip_GainsThreeDecibelsOverTheMean()
    {
        List<byte[]> frames = RealClip(36);
        double gain = 0;
        int[] left = [0, 8, 16, 24, 32];
        foreach (int i in left)
        {
            byte[] mean = [.. frames[i].Zip(frames[i + 2], (a, b) => (byte)((a + b + 1) / 2))];
            byte[] made = Between(frames[i], frames[i + 2], 240, 320, 1, 2);
            gain += (Psnr(frames[i + 1], made, 0) - Psnr(frames[i + 1], mean, 0)) / left.Length;
        }

        Assert.InRange(gain, 3, 10);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(2, 33)]
    [InlineData(33, 9)]
    public void TinyFrames_StayBetweenTheirLevels(int height, int width)
    {
        byte[] dark = new byte[height * width * 3], bright = [.. Waves(height, width, 0, 0).Select(level => (byte)(100 + level / 4))];
        Assert.All(Between(dark, bright, height, width, 1, 2), level => Assert.InRange(level, 0, 164));
        Assert.Equal(bright, Between(bright, bright, height, width, 1, 3));
    }

    [Fact]
    public void FrameOfAnotherSize_IsRefused()
    {
        using CpuDevice device = new();
        using DenseFlowInterpolator interpolator = new(device, 4, 4);
        using Frame frame = Pictures.Upload(device, new byte[27], 3, 3);
        Assert.Equal("SPIKE467", Assert.Throws<SpikeDataException>(() => interpolator.SetPair(frame, frame)).Id);
    }

    /// <summary>A smooth texture without repetition, moved by so many pixels: waves of all directions, the longer the higher.</summary>
    static byte[] Waves(int height, int width, double across, double down)
    {
        Random random = new(7);
        var levels = new double[height * width * 3];
        for (int wave = 0; wave < 24; wave++)
        {
            double frequency = 0.03 * Math.Pow(1.12, wave), angle = random.NextDouble() * Math.Tau, phase = random.NextDouble() * Math.Tau;
            (double alongX, double alongY) = (frequency * Math.Cos(angle), frequency * Math.Sin(angle));
            for (int i = 0; i < levels.Length; i++)
                levels[i] += 1.5 / frequency * Math.Sin(alongX * (i / 3 % width - across) + alongY * (i / 3 / width - down) + phase + i % 3);
        }

        return [.. levels.Select(level => (byte)Math.Clamp(Math.Round(127.5 + level), 0, 255))];
    }

    static (byte[] Left, byte[] Right) RealPair()
    {
        List<byte[]> frames = RealClip(10);
        return (frames[7], frames[9]);
    }

    static List<byte[]> RealClip(int count)
    {
        using VideoReader reader = new(TestFiles.Clip);
        List<byte[]> frames = [];
        while (frames.Count < count)
        {
            frames.Add(new byte[reader.Height * reader.Width * 3]);
            Assert.True(reader.TryRead(frames[^1]));
        }

        return frames;
    }

    static double Psnr(byte[] expected, byte[] actual, int border)
    {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            int x = i / 3 % Width, y = i / 3 / Width;
            if (border > 0 && (x < border || y < border || x >= Width - border || y >= Height - border)) continue;
            squares += (expected[i] - actual[i]) * (expected[i] - actual[i]);
            count++;
        }

        return 10 * Math.Log10(255 * 255 * count / squares);
    }

    static byte[] Between(byte[] left, byte[] right, int height, int width, int numerator, int denominator)
    {
        using CpuDevice device = new(threads: 1);
        using DenseFlowInterpolator interpolator = new(device, height, width);
        using Frame first = Pictures.Upload(device, left, height, width), second = Pictures.Upload(device, right, height, width);
        using Frame target = Pictures.Upload(device, new byte[left.Length], height, width);
        interpolator.SetPair(first, second);
        interpolator.Between(numerator, denominator, target);
        return target.Pixels.Span[..left.Length].ToArray();
    }
}
