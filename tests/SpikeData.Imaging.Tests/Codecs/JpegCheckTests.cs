using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

/// <summary>JPEG data that are whole, and such as are not; the files are made by libjpeg, through OpenCV.</summary>
public sealed class JpegCheckTests
{
    /// <summary>IMWRITE_JPEG_SAMPLING_FACTOR, which the wrapper does not name.</summary>
    const int SamplingFactor = 7;

    const int Height = 61, Width = 83;

    public static TheoryData<int, int, int, int> Kinds
    {
        get
        {
            TheoryData<int, int, int, int> kinds = [];
            foreach (int sampling in (int[])[0x411111, 0x221111, 0x211111, 0x121111, 0x111111])
                foreach (int progressive in (int[])[0, 1])
                    foreach (int restart in (int[])[0, 1, 5])
                        foreach (int quality in (int[])[10, 95]) kinds.Add(sampling, progressive, restart, quality);
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SoundFile_HasNoFault(int sampling, int progressive, int restart, int quality)
    {
        Assert.Null(JpegCheck.Fault(Make(sampling, progressive, restart, quality)));
        Assert.Null(JpegCheck.Fault(Make(sampling, progressive, restart, quality, optimize: 1, channels: restart == 1 ? 1 : 3)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(0, 3)]
    public void FileCutAnywhere_HasOne(int progressive, int restart)
    {
        byte[] whole = Make(0x221111, progressive, restart, 50);
        for (int length = 2; length < whole.Length; length++) Assert.NotNull(JpegCheck.Fault(whole.AsSpan(0, length)));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    public void StretchOfOtherBytes_IsMostlyFound(int progressive, int least)
    {
        byte[] whole = Make(0x221111, progressive, 0, 90);
        int begin = StartOfData(whole), found = 0;
        for (int at = 0; at < 128; at++)
        {
            byte[] damaged = [.. whole];
            for (int i = 0; i < 48; i++) damaged[begin + at * 7 + i] = (byte)((at + 1) * (i + 3) * 37 + i);
            if (JpegCheck.Fault(damaged) is not null) found++;
        }

        Assert.InRange(found, least, 128);
    }

    [Fact]
    public void MissingPart_IsFound_WithItsLine()
    {
        byte[] whole = Make(0x111111, 0, 0, 90);
        int begin = StartOfData(whole), part = (whole.Length - begin) / 2;
        Assert.StartsWith("is damaged: its data cannot be read beyond line ", JpegCheck.Fault([.. whole[..begin], .. whole[(begin + part)..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void RestartMarkersOutOfOrder_AreFound()
    {
        byte[] whole = Make(0x221111, 0, 2, 90);
        int first = whole.AsSpan().IndexOf((byte[])[0xff, 0xd1]);
        whole[first + 1] = 0xd2;
        Assert.NotNull(JpegCheck.Fault(whole));
    }

    /// <summary>libjpeg remarks on each of these on the console: another version of JFIF, an unknown transform, zeros before the end.</summary>
    [Fact]
    public void HarmlessParts_DoNotReachTheDecoder()
    {
        byte[] whole = Make(0x221111, 0, 0, 90), odd = [.. whole[..2], 0xff, 0xee, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 9, 0xff, 0xfe, 0, 4, 7, 7, .. whole[2..^2], 0, 0, 0, .. whole[^2..]];
        odd[odd.AsSpan().IndexOf("JFIF"u8) + 5] = 9;
        Assert.Null(JpegCheck.Fault(whole, out byte[] plain));
        Assert.Null(JpegCheck.Fault(odd, out byte[] clean));
        int data = StartOfData(plain);
        Assert.Equal(plain[data..], clean[StartOfData(clean)..]);
        Assert.Equal(1, clean[clean.AsSpan().IndexOf("Adobe"u8) + 11]);
        Assert.Equal(1, clean[clean.AsSpan().IndexOf("JFIF"u8) + 5]);
        Assert.Equal(-1, clean.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xfe]));
    }

    /// <summary>The second of two scans of the same bits is a "bogus progression" to libjpeg, which decodes it with a remark.</summary>
    [Fact]
    public void ScanThatComesTwice_IsFound()
    {
        byte[] whole = Make(0x221111, 1, 0, 50);
        int first = StartOfData(whole), begin = whole.AsSpan(0, first).LastIndexOf((ReadOnlySpan<byte>)[0xff, 0xda]), next = first + whole.AsSpan(first).IndexOf((ReadOnlySpan<byte>)[0xff, 0xc4]);
        Assert.NotNull(JpegCheck.Fault([.. whole[..next], .. whole[begin..next], .. whole[next..]]));
    }

    [Fact]
    public void WhatStandsBehindTheEnd_AndFillBytes_AreNoFault()
    {
        byte[] whole = Make(0x221111, 0, 0, 90), end = [0xff, 0xd9];
        Assert.Null(JpegCheck.Fault([.. whole, 1, 2, 3, 0xff, 0xd8]));
        Assert.Null(JpegCheck.Fault([.. whole[..2], 0xff, 0xff, .. whole[2..^2], 0xff, 0xff, .. end]));
        Assert.Null(JpegCheck.Fault([.. whole[..^2], 0, 0, 0, .. end]));
    }

    [Fact]
    public void PictureOfAMotionJpegVideo_NeedsNoTablesOfItsOwn()
    {
        byte[] whole = Make(0x221111, 0, 0, 90);
        List<byte> without = [0xff, 0xd8];
        for (int at = 2; at < whole.Length;)
        {
            int end = whole[at + 1] == 0xda ? whole.Length : at + 2 + (whole[at + 2] << 8 | whole[at + 3]);
            if (whole[at + 1] != 0xc4) without.AddRange(whole[at..end]);
            at = end;
        }

        Assert.True(without.Count < whole.Length - 400);
        Assert.Null(JpegCheck.Fault([.. without]));
    }

    [Theory]
    [InlineData(0xc9, "arithmetic codes")]
    [InlineData(0xc3, "lossless")]
    public void OtherCodings_AreRefusedByName(byte marker, string name)
    {
        byte[] file = Make(0x111111, 0, 0, 90);
        file[file.AsSpan().IndexOf((byte[])[0xff, 0xc0]) + 1] = marker;
        using TestFiles files = new();
        var error = Assert.Throws<Compute.SpikeDataException>(() => PictureFile.Measure(files.Write("a.jpg", file)));
        Assert.Equal("SPIKE442", error.Id);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    static int StartOfData(byte[] file) => file.AsSpan().IndexOf((byte[])[0xff, 0xda]) + 14;

    static byte[] Make(int sampling, int progressive, int restart, int quality, int optimize = 0, int channels = 3)
    {
        OpenCv.Load();
        using Mat picture = new(Height, Width, channels == 3 ? MatType.CV_8UC3 : MatType.CV_8UC1);
        byte[] pixels = [.. Enumerable.Range(0, Height * Width * channels).Select(i => (byte)(i * i / 97 + i / 31 * 5))];
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, picture.Data, pixels.Length);
        Cv2.ImEncode(".jpg", picture, out byte[] file,
            (int[])[(int)ImwriteFlags.JpegQuality, quality, (int)ImwriteFlags.JpegProgressive, progressive, (int)ImwriteFlags.JpegOptimize, optimize,
                (int)ImwriteFlags.JpegRstInterval, restart, SamplingFactor, sampling]);
        return file;
    }
}
