using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

/// <summary>The quick way to decode gives the pixels that OpenCV gives.</summary>
public sealed class ColorPngTests
{
    const int Filters = 19;

    public static TheoryData<int, int> WidthsAndFilters
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int width in (int[])[1, 4, 5, 6, 11, 64])
            foreach (int filter in (int[])[8, 16, 32, 64, 128, 248])
                data.Add(width, filter);
            return data;
        }
    }

    /// <summary>Widths around the width of vectors, filters one by one (8 none, 16 sub, 32 up, 64 average, 128 Paeth) and chosen row by row (248).</summary>
    [Theory]
    [MemberData(nameof(WidthsAndFilters))]
    public void EveryFilterAndWidth_GivesThePixelsOfOpenCv(int width, int filter)
    {
        const int Height = 9;
        byte[] bgr = Noise(Height * width * 3, width);
        byte[] file = Encode(bgr, Height, width, MatType.CV_8UC3, filter);
        byte[] decoded = new byte[bgr.Length];

        Assert.True(ColorPng.TryDecode(file, decoded, Height, width));
        Assert.Equal(bgr, decoded);
    }

    [Fact]
    public void OtherKinds_AreLeftToTheOtherDecoder()
    {
        Assert.False(ColorPng.TryDecode(Encode(Noise(60, 1), 5, 4, MatType.CV_8UC3, 8), new byte[60], 4, 5));
        Assert.False(ColorPng.TryDecode(Encode(Noise(80, 1), 5, 4, MatType.CV_8UC4, 8), new byte[60], 5, 4));
        Assert.False(ColorPng.TryDecode(Encode(Noise(20, 1), 5, 4, MatType.CV_8UC1, 8), new byte[60], 5, 4));
    }

    [Fact]
    public void AnyFlippedBit_IsNoticed()
    {
        byte[] file = Encode(Noise(60, 1), 5, 4, MatType.CV_8UC3, 128);
        for (int bit = 0; bit < 8 * file.Length; bit++)
        {
            byte[] damaged = [.. file];
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(ColorPng.TryDecode(damaged, new byte[60], 5, 4));
        }
    }

    /// <summary>Slow waves with a little noise, so that the encoder has a use for every filter.</summary>
    static byte[] Noise(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(index => (byte)((100 * Math.Sin(index / 50.0)) + 128 + random.Next(-20, 20)))];
    }

    static unsafe byte[] Encode(byte[] pixels, int height, int width, MatType type, int filter)
    {
        OpenCv.Load();
        fixed (byte* source = pixels)
        {
            using Mat picture = Mat.FromPixelData(height, width, type, (nint)source);
            Cv2.ImEncode(".png", picture, out byte[] file, [(int)ImwriteFlags.PngCompression, 3, Filters, filter]);
            return file;
        }
    }
}
