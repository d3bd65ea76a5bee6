using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>What a recipe may say of videos, on those of tests/golden/videos; how they were made stands in their tests of SpikeData.Imaging.</summary>
public sealed class VideoClipTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("uneven.mp4", "frame 10")]
    [InlineData("dropped.mkv", "frame 13")]
    public void UnevenFrames_AreRefusedByTheFirstOfThem(string name, string words)
    {
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => Open(new(From(Golden.Path($"videos/{name}")))));
        Assert.Equal("SPIKE446", error.Id);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EvenPartOfAnUnevenVideo_IsTakenAtItsOwnRate()
    {
        Clip clip = Open(new(From(Golden.Path("videos/uneven.mp4")), Frames: new FrameRange(0, 8)));
        Assert.Equal((9, 9, 25.0), (Count(clip), clip.Count!.Value, Math.Round(clip.FramesPerSecond!.Value, 6)));
    }

    [Fact]
    public void TimingAsIs_TakesAllFramesAndWarns()
    {
        Clip clip = Open(new(From(Golden.Path("videos/uneven.mp4")), Timing: new AsIs()));
        Assert.Equal(13, Count(clip));
        Assert.Contains("taken for even", Fact(clip, "video")[ClipFacts.Warning]!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>By hand: nineteen frames of 25 a second, the one at 520 ms gone; 0 to 760 ms are 20 instants, and the gap takes the frame before it.</summary>
    [Fact]
    public void Resampling_FillsGapsWithTheNearestFrame()
    {
        Clip clip = Open(new(From(Golden.Path("videos/dropped.mkv")), Timing: new Resample(25)));
        Assert.Equal((20, 25.0), (Count(clip), clip.FramesPerSecond));
        Assert.Equal("1 0", $"{Fact(clip, "video")["framesRepeated"]} {Fact(clip, "video")["framesLeftOut"]}");
    }

    [Fact]
    public void DamagedVideo_IsRefusedCutOrLeftOut()
    {
        string path = Damaged();
        Assert.Equal("SPIKE447", Assert.Throws<SpikeDataException>(() => Count(Open(new(From(path))))).Id);
        Clip cut = Open(new(From(path), Damaged: DamagedVideo.Cut));
        Assert.Equal(2, Count(cut));
        Assert.Equal("2 1", $"{Fact(cut, "damaged")["cutAtFrame"]} {Fact(cut, "damaged")["framesLost"]}");
        Assert.Throws<SkippedClipException>(() => Count(Open(new(From(path), Damaged: DamagedVideo.SkipClip))));
    }

    [Fact]
    public void VideoCutShort_IsRefusedBeforeItIsDecoded_OrTakenUpToTheCut()
    {
        string path = Path.Combine(folder.Path, "cut.avi");
        byte[] whole = File.ReadAllBytes(Golden.Path("videos/mjpeg.avi"));
        File.WriteAllBytes(path, whole[..(whole.Length * 3 / 4)]);
        Assert.Equal("SPIKE443", Assert.Throws<SpikeDataException>(() => Open(new(From(path)))).Id);
        Assert.Throws<SkippedClipException>(() => Open(new(From(path), Damaged: DamagedVideo.SkipClip)));
        Clip cut = Open(new(From(path), Damaged: DamagedVideo.Cut));
        Assert.InRange(Count(cut), 1, 7);
        Assert.Contains("ends too early", Fact(cut, "damaged")[ClipFacts.Warning]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_SaysWhereNothingStatesTheEnd() =>
        Assert.Equal(("not stated by the file", null), ((string?)Fact(Open(new(From(Golden.Path("videos/h264-open-gop.ts")))), "video")["end"], Fact(Open(new(From(Golden.Path("videos/mjpeg.avi")))), "video")["end"]));

    /// <summary>25 frames a second of which three are repeats: the error names that rate, and the even part before.</summary>
    [Theory]
    [InlineData("mpeg4-repeats.avi", "'timing: { resample: { rate: 25 } }'", "'frames: 0..4'", "--timing resample --rate 25", "--frames 0..4")]
    [InlineData("uneven.mp4", "'timing: { resample: { rate: 25 } }'", "'frames: 0..9'", "--timing resample --rate 25", "--frames 0..9")]
    public void WayOutOfUnevenFrames_IsMadeForTheVideo_AndForItsPlace(string name, string key, string part, string option, string partOption)
    {
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => Open(new(From(Golden.Path($"videos/{name}")))));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains(option, error.InCommand, StringComparison.Ordinal);
        Assert.Contains(partOption, error.InCommand, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_SaysHowColorsAreRead()
    {
        Clip stated = Open(new(From(Golden.Path("videos/h264-709.mp4")))), given = Open(new(From(Golden.Path("videos/hevc-10bit.mkv")), ColorMatrix: ColorMatrix.Bt2020, ColorRange: ColorRange.Full));
        Assert.Equal((8, 8), (Count(stated), Count(given)));
        Assert.Equal("bt709 (stated), limited (stated)", $"{Fact(stated, "video")["colorMatrix"]}, {Fact(stated, "video")["colorRange"]}");
        Assert.Equal("bt2020 (given), full (given), 10", $"{Fact(given, "video")["colorMatrix"]}, {Fact(given, "video")["colorRange"]}, {Fact(given, "video")["bitsRoundedTo8"]}");
    }

    [Fact]
    public void VideoWithoutAKnownName_IsFoundAmongOtherFiles()
    {
        File.Copy(Golden.Path("videos/vp9.webm"), Path.Combine(folder.Path, "one.clip"));
        File.Copy(Golden.Path("videos/palette.gif"), Path.Combine(folder.Path, "two.gif"));
        File.WriteAllText(Path.Combine(folder.Path, "list.m3u8"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n");
        Assert.Equal(["one", "two"], new Decode(SourcePattern.Parse("*")).Apply(new(folder.Path, device)).Select(clip => clip.Name));
    }

    static SourcePattern From(string path) => SourcePattern.Parse(path);

    static JsonObject Fact(Clip clip, string about) => clip.Facts.All.First(fact => fact.Key == about).Value!.AsObject();

    static int Count(Clip clip)
    {
        int count = 0;
        foreach (Frame frame in clip.Frames)
        {
            frame.Dispose();
            count++;
        }

        return count;
    }

    Clip Open(Decode decode)
    {
        Workspace workspace = new(folder.Path, device);
        return decode.Open(decode.Apply(workspace)[0], workspace);
    }

    string Damaged()
    {
        byte[] bytes = File.ReadAllBytes(Golden.Path("videos/ffv1-411.mkv"));
        bytes[^200] ^= 0xff;
        string path = Path.Combine(folder.Path, "damaged.mkv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
