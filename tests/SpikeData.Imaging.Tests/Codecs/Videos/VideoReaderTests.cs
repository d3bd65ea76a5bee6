using System.Security.Cryptography;
using OpenCvSharp;

namespace SpikeData.Imaging.Tests;

public sealed class VideoReaderTests : IDisposable
{
    readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void RealClip_HasAllItsFrames()
    {
        using VideoReader reader = new(TestFiles.Clip);
        Assert.Equal((240, 320, (int?)36), (reader.Height, reader.Width, reader.Count));
        Assert.Equal(30.02, reader.FramesPerSecond, 0.01);
        Assert.Equal(36, reader.Skip(1000));
    }

    [Fact]
    public void RealClip_DecodesToTheSameBytesEverywhere()
    {
        using VideoReader reader = new(TestFiles.Clip);
        var frame = new byte[240 * 320 * 3];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (reader.TryRead(frame)) hash.AppendData(frame);
        Assert.StartsWith("2FBB3F380DB1F5B0", Convert.ToHexString(hash.GetHashAndReset()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(35)]
    public void SkippedFrames_AreTheOnesThatReadingWouldGive(int first)
    {
        using VideoReader skipping = new(TestFiles.Clip), reading = new(TestFiles.Clip);
        byte[] skipped = new byte[240 * 320 * 3], read = new byte[240 * 320 * 3];
        Assert.Equal(first, skipping.Skip(first));
        for (int i = 0; i <= first; i++) Assert.True(reading.TryRead(read));
        Assert.True(skipping.TryRead(skipped));
        Assert.Equal(read, skipped);
    }

    [Fact]
    public void NonAsciiName_IsOpened()
    {
        string path = files.Write("鸚鵡 é %03d.mp4", File.ReadAllBytes(TestFiles.Clip));
        using VideoReader reader = new(path);
        Assert.Equal(320, reader.Width);
    }

    [Fact]
    public void ClipCutAnywhere_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(TestFiles.Clip);
        for (int length = 0; length < whole.Length; length += whole.Length / 23)
        {
            string path = files.Write("cut.mp4", whole.AsSpan(0, length));
            Assert.Contains(TestFiles.ErrorOf(() => new VideoReader(path).Dispose()), TestFiles.NotWhole);
        }
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")]
    [InlineData("ffconcat version 1.0\nfile 'x.mp4'\n")]
    public void TextThatPointsToOtherFiles_IsRefused(string text)
    {
        string path = files.Write("list.mp4", System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal("SPIKE442", TestFiles.ErrorOf(() => new VideoReader(path).Dispose()));
    }

    [Fact]
    public void ContainerWithoutPictures_IsRefused()
    {
        string path = files.Write("empty.mp4", [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0]);
        Assert.Equal("SPIKE442", TestFiles.ErrorOf(() => new VideoReader(path).Dispose()));
    }

    [Theory]
    [InlineData("avi")]
    [InlineData("mkv")]
    public void OtherContainers_AreReadAndRefusedWhenCut(string extension)
    {
        string path = Record(extension, frames: 5);
        using (VideoReader reader = new(path)) Assert.Equal(5, reader.Skip(100));
        byte[] whole = File.ReadAllBytes(path);
        string cut = files.Write($"cut.{extension}", whole.AsSpan(0, whole.Length * 2 / 3));
        Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => new VideoReader(cut).Dispose()));
    }

    [Fact]
    public void MissingFile_IsNamed() => Assert.Equal("SPIKE441", TestFiles.ErrorOf(() => new VideoReader("no such clip.mp4").Dispose()));

    string Record(string extension, int frames)
    {
        OpenCv.Load();
        string path = files.Write($"clip.{extension}", []);
        using var frame = new Mat(64, 96, MatType.CV_8UC3, new Scalar(10, 100, 200));
        using var writer = new VideoWriter(path, VideoCaptureAPIs.FFMPEG, FourCC.MJPG, 25, new Size(96, 64));
        for (int i = 0; i < frames; i++) writer.Write(frame);
        return path;
    }
}
