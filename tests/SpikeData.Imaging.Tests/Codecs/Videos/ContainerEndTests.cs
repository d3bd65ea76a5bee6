using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>Files that were cut short, of every kind: none gives a shorter video silently where its kind lets one tell.</summary>
public sealed class ContainerEndTests : IDisposable
{
    readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    /// <summary>Where less is left than a header, others say so. Lengths are odd: between packets of TS nothing shows.</summary>
    [Theory]
    [InlineData("h264-open-gop.ts")]
    [InlineData("mpeg2.mpg")]
    [InlineData("theora.ogv")]
    [InlineData("h264-sound.flv")]
    [InlineData("wmv2.wmv")]
    [InlineData("palette.gif")]
    [InlineData("ntsc.mkv")]
    [InlineData("vp9.webm")]
    [InlineData("mjpeg.avi")]
    [InlineData("h264-bframes.mp4")]
    [InlineData("h264-fragments.mp4")]
    public void VideoCutAnywhere_IsRefusedBeforeItIsDecoded(string name)
    {
        byte[] whole = File.ReadAllBytes(Golden.Path($"videos/{name}"));
        for (int part = 6; part < 16; part++) Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => VideoFacts.Of(Cut(name, (whole.Length * part / 16) | 1))));
        Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => VideoFacts.Of(Cut(name, whole.Length - 1))));
    }

    /// <summary>By their specifications: TS says nothing, others a length, or end with a mark.</summary>
    [Theory]
    [InlineData("h264-open-gop.ts", false)]
    [InlineData("h264-sound.flv", true)]
    [InlineData("wmv2.wmv", true)]
    [InlineData("theora.ogv", true)]
    [InlineData("palette.gif", true)]
    [InlineData("ntsc.mkv", true)]
    [InlineData("mjpeg.avi", true)]
    [InlineData("h264-bframes.mp4", true)]
    public void WhetherTheEndIsStated_IsKnown(string name, bool isStated) => Assert.Equal(isStated, VideoFacts.Of(Golden.Path($"videos/{name}")).StatesItsEnd);

    /// <summary>A frame of TS that was cut at the edge between two packets: its last packet is full, those of whole frames are filled up.</summary>
    [Fact]
    public void TransportStreamCutBetweenPackets_IsRefusedAmidAFrame_AndReadBehindOne()
    {
        byte[] whole = File.ReadAllBytes(Golden.Path("videos/h264-fields.ts"));
        int end = Enumerable.Range(1, whole.Length / 188).Select(packet => whole.Length - (188 * packet)).First(at => IsOfPictures(whole, at) && !IsFilledUp(whole, at));
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => VideoFacts.Of(Cut("h264-fields.ts", end + 188)));
        Assert.Contains("its last packet of pictures is full", error.Message, StringComparison.Ordinal);
        using VideoReader reader = new(files.Write("whole.ts", whole));
        Assert.Equal(3, reader.Skip(9));

        static bool IsOfPictures(byte[] file, int at) => (((file[at + 1] & 0x1f) << 8) | file[at + 2]) == 256;

        static bool IsFilledUp(byte[] file, int at) => (file[at + 3] & 0x20) != 0;
    }

    [Theory]
    [InlineData("h264-sound.flv")]
    [InlineData("mjpeg.avi")]
    [InlineData("ntsc.mkv")]
    public void FramesBeforeACut_CanBeHadAllTheSame(string name)
    {
        string path = Cut(name, (int)new FileInfo(Golden.Path($"videos/{name}")).Length * 3 / 4);
        int count = 0;
        SpikeDataException error = Assert.Throws<SpikeDataException>(() =>
        {
            using VideoReader reader = new(path, new() { Facts = VideoFacts.Of(path, cutShort: true) });
            while (reader.MoveNext()) count++;
        });
        Assert.Equal("SPIKE447", error.Id);
        Assert.InRange(count, 1, 29);
        Assert.Contains($"frame {count}, counted from 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FramesOfY4m_AreAllOrNone()
    {
        byte[] frame = [.. "FRAME\n"u8, .. new byte[(8 * 6) + (2 * 4 * 3)]];
        byte[] file = [.. Encoding.ASCII.GetBytes("YUV4MPEG2 W8 H6 F25:1 Ip A1:1 C420jpeg\n"), .. frame, .. frame];
        using (VideoReader reader = new(files.Write("whole.y4m", file))) Assert.Equal((2, false), (reader.Skip(9), reader.Facts.StatesItsEnd));
        for (int missing = 1; missing < frame.Length; missing += 7)
            Assert.Equal("SPIKE443", TestFiles.ErrorOf(() => VideoFacts.Of(files.Write("cut.y4m", file.AsSpan(0, file.Length - missing)))));
    }

    string Cut(string name, int length) => files.Write($"cut-{name}", File.ReadAllBytes(Golden.Path($"videos/{name}")).AsSpan(0, length));
}
