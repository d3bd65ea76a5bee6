using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class MeasureLightTests
{
    [Theory]
    [InlineData(4, "gray_quarter_f32")]
    [InlineData(1, "gray_full_f32")]
    public void Gray_EqualsTheOfficialScriptWithinItsRounding(int scale, string name)
    {
        byte[] frames = Golden.Read<byte>("blur/resize_gray.npz", "frames_bgr");
        float[] expected = Golden.Read<float>("blur/resize_gray.npz", name);
        float[] actual = [.. frames.Chunk(48 * 64 * 3).SelectMany(frame => Measure(frame, 48, 64, scale)).Select(light => (float)light / Light.Full)];
        Assert.Equal(expected.Length, actual.Length);
        // Four roundings of 2^-25 each are the script's, half a unit is ours.
        for (int pixel = 0; pixel < expected.Length; pixel++) Assert.Equal(expected[pixel], actual[pixel], 1.2e-7f);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 1, 2)]
    [InlineData(5, 2, 2)]
    [InlineData(6, 2, 3)]
    public void Sensor_SeesTheMiddlePixelsOfEachBlock(int scale, int first, int last)
    {
        const int Blocks = 19;
        int width = scale * Blocks + scale - 1;
        byte[] frame = new byte[scale * width * 3];
        for (int y = 0; y < scale; y++)
        for (int x = 0; x < width; x++)
            if (y >= first && y <= last && x % scale >= first && x % scale <= last)
                frame.AsSpan((y * width + x) * 3, 3).Fill(255);
        Assert.Equal(Enumerable.Repeat(Light.Full, Blocks), Measure(frame, scale, width, scale));
        Assert.Equal(Enumerable.Repeat(0, Blocks), Measure([.. frame.Select(value => (byte)~value)], scale, width, scale));
    }

    [Fact]
    public void EveryGray_IsTheNearestUnitOfLight()
    {
        for (int level = 0; level < 256; level++)
        {
            byte[] frame = [(byte)level, 0, 0, 0, (byte)level, 0, 0, 0, (byte)level, (byte)level, (byte)level, (byte)level];
            int[] light = Measure(frame, 1, 4, 1);
            Assert.Equal([Light.Of(level * 11 / 25500.0), Light.Of(level * 59 / 25500.0), Light.Of(level * 30 / 25500.0), Light.Of(level / 255.0)], light);
        }
    }

    [Theory]
    [InlineData(ColorFilter.Rggb, "RGGB")]
    [InlineData(ColorFilter.Grbg, "GRBG")]
    [InlineData(ColorFilter.Gbrg, "GBRG")]
    [InlineData(ColorFilter.Bggr, "BGGR")]
    public void MosaicPixel_SeesItsColorAlone(ColorFilter filter, string colors)
    {
        const int Width = 19, Height = 4;
        byte[] frame = [.. Enumerable.Repeat((byte[])[51, 102, 204], Width * Height).SelectMany(pixel => pixel)];
        int[] light = Measure(frame, Height, Width, 1, filter);
        for (int row = 0; row < Height; row++)
        for (int column = 0; column < Width; column++)
        {
            double expected = colors[(row % 2 * 2) + (column % 2)] switch { 'B' => 0.2, 'G' => 0.4, _ => 0.8 };
            Assert.Equal(Light.Of(expected), light[row * Width + column]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void LinearLight_IsMeasuredBeforePixelsAreMixed(int scale)
    {
        byte[] frame = new byte[scale * scale * 3];
        for (int pixel = 0; pixel < frame.Length / 3; pixel++) frame.AsSpan(pixel * 3, 3).Fill((byte)(pixel % 2 == 0 ? 255 : 0));
        double expected = scale == 1 ? 1 : 0.5;
        Assert.Equal([Light.Of(expected)], Measure(frame, scale, scale, scale, response: ResponseCurve.Srgb));
        int middle = Measure([188, 188, 188], 1, 1, 1, response: ResponseCurve.Srgb)[0];
        Assert.Equal(0.5029, (double)middle / Light.Full, 0.0001);
    }

    [Fact]
    public void FrameSmallerThanABlock_IsRefused()
    {
        using CpuDevice device = new();
        Assert.Equal("SPIKE466", Assert.Throws<SpikeDataException>(() => new LightMeter(device, 3, 8, 4)).Id);
    }

    static int[] Measure(byte[] bgr, int height, int width, int scale, ColorFilter filter = ColorFilter.Gray, ResponseCurve? response = null)
    {
        using CpuDevice device = new();
        using Frame frame = Pictures.Upload(device, bgr, height, width);
        using LightMeter meter = new(device, height, width, scale, filter, response);
        int[] light = new int[meter.Height * meter.Width];
        meter.Measure(frame).Download(light);
        return light;
    }
}
