using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Clips from pictures and videos on the disk.</summary>
public sealed class DecodeTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public void Pictures_AreReadInOrder_AndNumberedWithTheDigitsOfTheFirst()
    {
        GoldenClip.WriteTo(folder["c"], frames: 12);

        Clip clip = Open(new(SourcePattern.Parse("c/*.png"), FramesPerSecond: 1920));

        Assert.Equal((12, 6, 1920.0, new FrameSize(GoldenClip.Width, GoldenClip.Height)), (clip.Count, clip.Digits, clip.FramesPerSecond, clip.Size));
        Assert.Equal(GoldenClip.Bgr().Take(12 * GoldenClip.FrameBytes), Bytes(clip));
    }

    [Fact]
    public void RangeOfPictures_LeavesTheOthersUnread()
    {
        GoldenClip.WriteTo(folder["c"], frames: 12);
        folder.Write("c/000323.png", "damaged");

        Clip clip = Open(new(SourcePattern.Parse("c/*.png"), new(8, 10)));

        Assert.Equal(["000324.png", "000324_000.png", "000324_001.png"], clip.Source.Files.Select(file => Path.GetFileName(file)));
        Assert.Equal(GoldenClip.Bgr().Skip(8 * GoldenClip.FrameBytes).Take(3 * GoldenClip.FrameBytes), Bytes(clip));
    }

    [Theory]
    [InlineData(3, 12)]
    [InlineData(12, null)]
    public void RangeBeyondTheClip_SaysHowLongTheClipIs(int first, int? last)
    {
        GoldenClip.WriteTo(folder["c"], frames: 12);

        var error = Assert.Throws<SpikeDataException>(() => Open(new(SourcePattern.Parse("c/*.png"), new(first, last))));

        Assert.Equal("SPIKE412", error.Id);
        Assert.Contains("12 frames", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RangeOfAVideo_IsPartOfTheWhole()
    {
        byte[] all = Bytes(Open(Video()));
        Clip part = Open(Video() with { Frames = new(3, 5) });
        int frame = part.Size.Width * part.Size.Height * 3;

        Assert.Equal(3, part.Count);
        Assert.Equal(all.AsSpan(3 * frame, 3 * frame).ToArray(), Bytes(part));
        Assert.Equal(all.AsSpan(3 * frame).ToArray(), Bytes(Open(Video() with { Frames = new(3) })));
        Assert.Equal(Open(Video()).Count, all.Length / frame);
    }

    [Fact]
    public void RangeBeyondAVideo_FailsWhenItsEndIsReached()
    {
        int count = Bytes(Open(Video())).Length / (Open(Video()).Size.Width * Open(Video()).Size.Height * 3);

        Assert.Equal("SPIKE412", Assert.Throws<SpikeDataException>(() => Bytes(Open(Video() with { Frames = new(0, count) }))).Id);
        Assert.Equal("SPIKE412", Assert.Throws<SpikeDataException>(() => Bytes(Open(Video() with { Frames = new(count) }))).Id);
        Assert.Equal("SPIKE412", Assert.Throws<SpikeDataException>(() => Bytes(Open(Video() with { Frames = new(count + 9) }))).Id);
    }

    [Fact]
    public void OtherSize_IsThatOfEveryFrame()
    {
        Clip clip = Open(Video() with { Size = new(64, 48), Frames = new(0, 4) });

        Assert.Equal(new FrameSize(64, 48), clip.Size);
        Assert.Equal(5 * 64 * 48 * 3, Bytes(clip).Length);
    }

    [Fact]
    public void AbsentSource_IsAnErrorUnlessItIsOptional()
    {
        var pattern = SourcePattern.Parse("data/{split}/{clip}/*.png");

        var error = Assert.Throws<SpikeDataException>(() => Open(new(pattern)));

        Assert.Equal("SPIKE401", error.Id);
        Assert.Contains("data/{split}/{clip}/*.png", error.Message, StringComparison.Ordinal);
        Assert.Empty(new Decode(pattern, Optional: true).Apply(new(folder.Path, device)));
    }

    [Fact]
    public void PictureOfAnotherSize_IsNamed()
    {
        GoldenClip.WriteTo(folder["c"], frames: 9);
        File.WriteAllBytes(folder["c/000324.png"], Png.Color(new byte[5 * 4 * 3], 5, 4));

        var error = Assert.Throws<SpikeDataException>(() => Bytes(Open(new(SourcePattern.Parse("c/*.png")))));

        Assert.Equal("SPIKE445", error.Id);
        Assert.Contains("000324.png", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static Decode Video() => new(SourcePattern.Parse(Golden.Path("clips/realshort.mp4")));

    Clip Open(Decode decode)
    {
        var workspace = new Workspace(folder.Path, device);
        return decode.Open(Assert.Single(decode.Apply(workspace)), workspace);
    }

    static byte[] Bytes(Clip clip)
    {
        var bytes = new MemoryStream();
        foreach (Frame frame in clip.Frames)
        {
            using (frame) bytes.Write(frame.Pixels.Span[..(frame.Height * frame.Width * 3)]);
        }

        return bytes.ToArray();
    }
}
