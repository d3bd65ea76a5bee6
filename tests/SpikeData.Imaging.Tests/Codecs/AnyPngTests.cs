using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

/// <summary>PNG files of every kind; those of tests/golden/pictures, with Pillow's pixels, are read by it as well.</summary>
public sealed class AnyPngTests
{
    /// <summary>IMWRITE_PNG_FILTER, which the wrapper does not name.</summary>
    const int Filters = 19;

    /// <summary>Filters as OpenCV numbers them: 8 none, 16 sub, 32 up, 64 average, 128 Paeth, 248 row by row.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 37)]
    [InlineData(3, 5)]
    [InlineData(4, 1)]
    [InlineData(4, 37)]
    public void EveryFilter_GivesThePixelsThatWereWritten(int channels, int width)
    {
        const int Height = 11;
        foreach (int filter in (int[])[8, 16, 32, 64, 128, 248])
        {
            byte[] pixels = Waves(Height * width * channels);
            byte[]? bgr = AnyPng.Decode(Encode(pixels, Height, width, channels, filter), Height, width);
            byte[] expected = [.. Enumerable.Range(0, Height * width * 3).Select(at => pixels[(at / 3 * channels) + (channels == 1 ? 0 : at % 3)])];
            Assert.Equal(expected, bgr);
        }
    }

    [Fact]
    public void AnyFlippedBit_IsNoticed()
    {
        byte[] file = Encode(Waves(20), 5, 4, 1, 128);
        for (int bit = 8 * 8; bit < 8 * file.Length; bit++)
        {
            byte[] damaged = [.. file];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(AnyPng.Decode(damaged, 5, 4));
        }
    }

    /// <summary>A profile that is none, and a text with a wrong checksum: libpng has remarks on both, and drops the second.</summary>
    [Fact]
    public void WhatSaysNothingAboutPixels_IsPassedOver_UnlessItIsDamaged()
    {
        byte[] file = Encode(Waves(20), 5, 4, 1, 8), profile = [0, 0, 0, 3, .. "iCCPa\0b"u8], text = [0, 0, 0, 3, .. "tEXta\0b"u8, 1, 2, 3, 4];
        uint sum = Crc32.Of(profile.AsSpan(4));
        byte[] sound = [.. file[..33], .. profile, (byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum, .. file[33..]];
        Assert.Equal(AnyPng.Decode(file, 5, 4), AnyPng.Decode(sound, 5, 4));
        Assert.Null(AnyPng.Decode([.. file[..33], .. text, .. file[33..]], 5, 4));
    }

    /// <summary>Slow waves, so that an encoder has a use for every filter.</summary>
    static byte[] Waves(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)((100 * Math.Sin(index / 9.0)) + 128 + (index * index % 7)))];

    static byte[] Encode(byte[] pixels, int height, int width, int channels, int filter)
    {
        OpenCv.Load();
        using Mat picture = new(height, width, MatType.CV_8UC(channels));
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, picture.Data, pixels.Length);
        Cv2.ImEncode(".png", picture, out byte[] file, (int[])[(int)ImwriteFlags.PngCompression, 6, Filters, filter]);
        return file;
    }
}
