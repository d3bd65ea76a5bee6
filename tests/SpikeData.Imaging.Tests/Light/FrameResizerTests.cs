using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class FrameResizerTests
{
    static readonly byte[] Noise = [.. Enumerable.Range(0, 60 * 84 * 3).Select(i => (byte)((uint)(i * 2654435761) >> 24))];

    const double HalfLevel = 0.5, WeightRounding = 255 * 4 * Grain;

    /// <summary>The step of weights.</summary>
    const double Grain = 1.0 / (1 << 15);

    [Fact]
    public void HalvedFrame_IsTheMeanOfTwoByTwoRoundedHalfUp()
    {
        byte[] halved = Resize(Noise, 60, 84, 30, 42);
        for (int y = 0; y < 30; y++)
        for (int x = 0; x < 42; x++)
        for (int c = 0; c < 3; c++)
        {
            int sum = At(2 * y, 2 * x, c) + At(2 * y, 2 * x + 1, c) + At(2 * y + 1, 2 * x, c) + At(2 * y + 1, 2 * x + 1, c);
            Assert.Equal((sum + 2) >> 2, halved[(y * 42 + x) * 3 + c]);
        }
    }

    [Theory]
    [InlineData(20, 28)]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(59, 83)]
    public void Shrinking_IsTheAreaAverage(int height, int width)
    {
        byte[] small = Resize(Noise, 60, 84, height, width);
        for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            Assert.Equal(Area(y, x, height, width), small[(y * width + x) * 3], HalfLevel + WeightRounding);
    }

    [Theory]
    [InlineData(1, 1, 9, 4)]
    [InlineData(5, 7, 3, 4)]
    [InlineData(5, 7, 11, 13)]
    [InlineData(720, 1280, 360, 640)]
    [InlineData(11, 16, 13, 3)]
    public void EvenFrame_StaysEven(int fromHeight, int fromWidth, int height, int width)
    {
        foreach (byte level in (byte[])[0, 1, 127, 255])
        {
            byte[] even = new byte[fromHeight * fromWidth * 3];
            Array.Fill(even, level);
            Assert.False(Resize(even, fromHeight, fromWidth, height, width).AsSpan().ContainsAnyExcept(level));
        }
    }

    [Fact]
    public void SameSize_ChangesNothing() => Assert.Equal(Noise, Resize(Noise, 60, 84, 60, 84));

    [Fact]
    public void DoubledRamp_LiesBetweenItsNeighbors() =>
        Assert.Equal([0, 0, 0, 10, 10, 10, 30, 30, 30, 40, 40, 40], Resize([0, 0, 0, 40, 40, 40], 1, 2, 1, 4));

    [Fact]
    public void FrameOfAnotherSize_IsRefused()
    {
        using CpuDevice device = new();
        using FrameResizer resizer = new(device, 4, 4, 2, 2);
        using Frame frame = Pictures.Upload(device, new byte[27], 3, 3);
        Assert.Equal("SPIKE467", Assert.Throws<SpikeDataException>(() => resizer.Resize(frame, frame)).Id);
    }

    static double Area(int y, int x, int height, int width)
    {
        double stepY = 60.0 / height, stepX = 84.0 / width, sum = 0;
        for (int row = 0; row < 60; row++)
        for (int column = 0; column < 84; column++)
            sum += At(row, column, 0) * Overlap(row, y * stepY, stepY) * Overlap(column, x * stepX, stepX);
        return sum / (stepY * stepX);
    }

    static double Overlap(int pixel, double start, double length) => Math.Max(0, Math.Min(pixel + 1, start + length) - Math.Max(pixel, start));

    static int At(int y, int x, int channel) => Noise[(y * 84 + x) * 3 + channel];

    static byte[] Resize(byte[] pixels, int fromHeight, int fromWidth, int height, int width)
    {
        using CpuDevice device = new();
        using FrameResizer resizer = new(device, fromHeight, fromWidth, height, width);
        using Frame source = Pictures.Upload(device, pixels, fromHeight, fromWidth), target = Pictures.Upload(device, new byte[height * width * 3], height, width);
        resizer.Resize(source, target);
        return target.Pixels.Span[..(height * width * 3)].ToArray();
    }
}
