using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

/// <summary>The pictures we write, as OpenCV reads them.</summary>
public sealed class PngTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 1, 5 }, { 7, 1 }, { 3, 16 }, { 5, 17 }, { 40, 6 }, { 90, 160 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void AnyPixels_AreReadByOpenCv(int height, int width)
    {
        byte[] noise = new byte[height * width * 3];
        new Random(height).NextBytes(noise);
        byte[] slope = [.. Enumerable.Range(0, noise.Length).Select(index => (byte)(index / 5))];
        foreach (byte[] bgr in (byte[][])[noise, slope, new byte[noise.Length]])
        {
            Assert.Equal(bgr, Decode(Png.Color(bgr, height, width), ImreadModes.Color, 3));
            byte[] gray = bgr[..(height * width)];
            Assert.Equal(gray, Decode(Png.Gray(gray, height, width), ImreadModes.Grayscale, 1));
        }
    }

    [Fact]
    public void TooFewPixels_AreRefused() => Assert.ThrowsAny<ArgumentException>(() => Png.Color(new byte[11], 2, 2));

    static byte[] Decode(byte[] file, ImreadModes mode, int channels)
    {
        OpenCv.Load();
        using Mat picture = Cv2.ImDecode(file, mode);
        byte[] pixels = new byte[picture.Rows * picture.Cols * channels];
        System.Runtime.InteropServices.Marshal.Copy(picture.Data, pixels, 0, pixels.Length);
        return pixels;
    }
}
