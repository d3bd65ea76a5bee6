using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

public sealed class PictureFileTests : IDisposable
{
    const int Height = 5, Width = 7;
    readonly TestFiles files = new();
    readonly byte[] picture = [.. Enumerable.Range(0, Height * Width * 3).Select(i => (byte)(i * 37))];

    public void Dispose() => files.Dispose();

    [Fact]
    public void Png_IsReadBackAsWritten() => Assert.Equal(picture, Read(files.Write("a.png", Png.Color(picture, Height, Width))));

    [Fact]
    public void GrayPng_RepeatsInAllChannels()
    {
        byte[] gray = picture[..(Height * Width)];
        Assert.Equal(gray.SelectMany(g => new[] { g, g, g }), Read(files.Write("gray.png", Png.Gray(gray, Height, Width))));
    }

    [Fact]
    public void SamePixels_GiveTheSameFile() => Assert.Equal(Png.Color(picture, Height, Width), Png.Color([.. picture], Height, Width));

    [Theory]
    [InlineData("鸚鵡 é ü.png")]
    [InlineData("%03d [1]*.png")]
    public void AnyFileName_IsReadLiterally(string name)
    {
        if (OperatingSystem.IsWindows()) name = name.Replace('*', '-');
        Assert.Equal(picture, Read(files.Write(name, Png.Color(picture, Height, Width))));
    }

    [Fact]
    public void Alpha_IsDroppedWithoutBlending()
    {
        using var transparent = new Mat(Height, Width, MatType.CV_8UC4, new Scalar(10, 20, 30, 0));
        byte[] pixels = Read(files.Write("alpha.png", Encode(".png", transparent)));
        Assert.Equal([10, 20, 30], pixels[..3]);
    }

    [Fact]
    public void Jpeg_IsReadCloseToItsSource()
    {
        using var even = new Mat(Height, Width, MatType.CV_8UC3, new Scalar(100, 100, 100));
        Assert.All(Read(files.Write("a.jpg", Encode(".jpg", even))), value => Assert.InRange(value, 99, 101));
    }

    [Fact]
    public void SixteenBitPicture_IsRefused()
    {
        using var deep = new Mat(Height, Width, MatType.CV_16UC1, new Scalar(300));
        string path = files.Write("deep.png", Encode(".png", deep));
        Assert.Equal("SPIKE442", TestFiles.ErrorOf(() => Read(path)));
    }

    [Fact]
    public void TextNamedPng_IsRefused() => Assert.Equal("SPIKE442", TestFiles.ErrorOf(() => Read(files.Write("text.png", "hello"u8))));

    [Fact]
    public void MissingFile_IsNamed() => Assert.Equal("SPIKE441", TestFiles.ErrorOf(() => PictureFile.Measure("no such file.png")));

    [Fact]
    public void FolderNamedPng_IsRefused() => Assert.Equal("SPIKE437", TestFiles.ErrorOf(() => PictureFile.Measure(Path.GetTempPath())));

    [Fact]
    public void PngCutAnywhere_IsRefused()
    {
        byte[] whole = Png.Color(picture, Height, Width);
        for (int length = 0; length < whole.Length; length++)
        {
            string path = files.Write("cut.png", whole.AsSpan(0, length));
            Assert.Contains(TestFiles.ErrorOf(() => Read(path)), TestFiles.NotWhole);
        }
    }

    [Fact]
    public void JpegCutAnywhere_IsRefused()
    {
        using var even = new Mat(Height, Width, MatType.CV_8UC3, new Scalar(100, 150, 50));
        byte[] whole = Encode(".jpg", even);
        for (int length = 0; length < whole.Length - 2; length += 3)
        {
            string path = files.Write("cut.jpg", whole.AsSpan(0, length));
            Assert.Contains(TestFiles.ErrorOf(() => Read(path)), TestFiles.NotWhole);
        }
    }

    [Fact]
    public void PngOfWrongChecksum_IsRefused()
    {
        byte[] file = Png.Color(picture, Height, Width);
        file[^14] ^= 1;
        Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => Read(files.Write("flipped.png", file))));
    }

    [Theory]
    [InlineData(0x7f, "SPIKE444")]
    [InlineData(0xff, "SPIKE444")]
    public void PngOfMonstrousWidth_IsRefusedBeforeDecoding(byte widthByte, string id)
    {
        byte[] file = Png.Color(picture, Height, Width);
        file[16] = widthByte;
        Assert.Equal(id, TestFiles.ErrorOf(() => Read(files.Write("bomb.png", file))));
    }

    [Fact]
    public void PictureOfOtherSize_IsRefused()
    {
        string path = files.Write("a.png", Png.Color(picture, Height, Width));
        Assert.Equal("SPIKE445", TestFiles.ErrorOf(() => PictureFile.Read(path, new byte[Height * Width * 3], Width, Height)));
    }

    static byte[] Read(string path)
    {
        var pixels = new byte[Height * Width * 3];
        PictureFile.Read(path, pixels, Height, Width);
        return pixels;
    }

    static byte[] Encode(string extension, Mat picture)
    {
        OpenCv.Load();
        Cv2.ImEncode(extension, picture, out byte[] file, (int[]?)null);
        return file;
    }
}
