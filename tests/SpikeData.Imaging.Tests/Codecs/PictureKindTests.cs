using System.Buffers.Binary;
using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

/// <summary>Kinds of PNG and JPEG files that cameras and programs write.</summary>
public sealed class PictureKindTests : IDisposable
{
    readonly TestFiles files = new();

    public static TheoryData<string, int, int, string, string> Kinds
    {
        get
        {
            TheoryData<string, int, int, string, string> kinds = [];
            foreach (string line in File.ReadLines(TestFiles.Kinds).Skip(1))
            {
                string[] parts = line.Split('\t');
                kinds.Add(parts[0], int.Parse(parts[1], null), int.Parse(parts[2], null), parts[3], parts[4]);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pixels_AreThoseOfPillow(string name, int width, int height, string file, string pixels)
    {
        string path = files.Write(name, Convert.FromBase64String(file));
        byte[] bgr = new byte[height * width * 3], expected = Convert.FromBase64String(pixels);
        Assert.Equal((height, width), PictureFile.Measure(path));
        PictureFile.Read(path, bgr, height, width);
        int most = name.EndsWith(".jpg", StringComparison.Ordinal) ? 1 : 0;
        Assert.All(bgr.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -most, most));
    }

    /// <summary>Which of the stored corners (top left 0, top right 1, bottom left 2, bottom right 3) are seen at top left, top right, bottom left, bottom right: Exif 2.32, table 6.</summary>
    [Theory]
    [InlineData(1, "0123")]
    [InlineData(2, "1032")]
    [InlineData(3, "3210")]
    [InlineData(4, "2301")]
    [InlineData(5, "0213")]
    [InlineData(6, "2031")]
    [InlineData(7, "3120")]
    [InlineData(8, "1302")]
    [InlineData(9, "0123")]
    public void PictureOfATurnedCamera_IsUpright(int orientation, string corners)
    {
        const int stored = 16, across = 32;
        byte[] levels = [10, 90, 170, 250], pixels = new byte[stored * across * 3];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = levels[(i / (across * 3) >= stored / 2 ? 2 : 0) + (i / 3 % across >= across / 2 ? 1 : 0)];
        using Mat picture = new(stored, across, MatType.CV_8UC3);
        OpenCv.Load();
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, picture.Data, pixels.Length);
        Cv2.ImEncode(".jpg", picture, out byte[] jpeg, (int[])[(int)ImwriteFlags.JpegQuality, 100]);
        byte[] png = Png.Color(pixels, stored, across);
        (int Height, int Width) size = orientation is >= 5 and <= 8 ? (across, stored) : (stored, across);

        foreach (string path in (string[])
            [files.Write("little.jpg", WithSegments(jpeg, Exif(orientation, isBig: false))), files.Write("big.jpg", WithSegments(jpeg, new byte[65000], new byte[65000], Exif(orientation, isBig: true))),
            files.Write("early.png", WithChunk(png, orientation, 33)), files.Write("late.png", WithChunk(png, orientation, png.Length - 12))])
        {
            Assert.Equal(size, PictureFile.Measure(path));
            byte[] bgr = new byte[pixels.Length];
            PictureFile.Read(path, bgr, size.Height, size.Width);
            int[] seen = [Level(2, 2), Level(2, size.Width - 3), Level(size.Height - 3, 2), Level(size.Height - 3, size.Width - 3)];
            Assert.All(seen.Zip(corners), pair => Assert.InRange(pair.First - levels[pair.Second - '0'], -1, 1));

            int Level(int y, int x) => bgr[(y * size.Width + x) * 3];
        }
    }

    [Fact]
    public void Measuring_ReadsNoPixels()
    {
        byte[] png = Png.Color(new byte[3 * 40 * 30], 40, 30);
        Assert.Equal((40, 30), PictureFile.Measure(files.Write("cut.png", png.AsSpan(0, 40))));
        Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => PictureFile.Check(files.Write("cut.png", png.AsSpan(0, 40)))));
    }

    [Fact]
    public void AnimatedPng_IsRefused_SinceItsOtherPicturesWouldBeLost()
    {
        byte[] png = Png.Color(new byte[12], 2, 2), control = [.. "acTL"u8, 0, 0, 0, 3, 0, 0, 0, 0];
        Assert.Equal("SPIKE442", TestFiles.ErrorOf(() => PictureFile.Measure(files.Write("a.png", Insert(png, 33, control)))));
    }

    [Fact]
    public void EmptyFile_IsSaidToBeEmpty() =>
        Assert.Contains("is empty", Assert.Throws<Compute.SpikeDataException>(() => PictureFile.Measure(files.Write("a.png", []))).Message, StringComparison.Ordinal);

    [Fact]
    public void JpegNamedPng_IsReadByItsContents()
    {
        string line = File.ReadLines(TestFiles.Kinds).Single(line => line.StartsWith("progressive.jpg", StringComparison.Ordinal));
        Assert.Equal((8, 8), PictureFile.Check(files.Write("a.png", Convert.FromBase64String(line.Split('\t')[3]))));
    }

    static byte[] Exif(int orientation, bool isBig)
    {
        byte value = (byte)orientation;
        return isBig
            ? [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0, 0, 3, 0, 0, 0, 1, 0, 7, 0, 0, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
            : [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0];
    }

    static byte[] WithSegments(byte[] jpeg, params byte[][] segments) =>
        [.. jpeg[..2], .. segments.SelectMany(segment => (byte[])[0xff, 0xe1, (byte)(segment.Length + 2 >> 8), (byte)(segment.Length + 2), .. segment]), .. jpeg[2..]];

    static byte[] WithChunk(byte[] png, int orientation, int at) => Insert(png, at, [.. "eXIf"u8, .. Exif(orientation, isBig: true).Skip(6)]);

    static byte[] Insert(byte[] png, int at, byte[] chunk)
    {
        byte[] ends = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(ends, chunk.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(ends.AsSpan(4), Crc32.Of(chunk));
        return [.. png[..at], .. ends[..4], .. chunk, .. ends[4..], .. png[at..]];
    }

    public void Dispose() => files.Dispose();
}
