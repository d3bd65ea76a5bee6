using System.Globalization;

namespace SpikeData.Imaging.Tests;

/// <summary>Small videos of many kinds in tests/golden/videos: drawn patterns, written by ffmpeg 5.1.</summary>
/// <remarks>
/// Expected numbers: counts and planes as ffmpeg 5.1 decodes them; colors from those planes in 64-bit floats by the equations of
/// ITU-T H.273, chroma linear between its samples, with numpy. Formats of red, green and blue as ffmpeg gives them. The fields of H.264 were
/// coded by hand, sample by sample (I_PCM): luma 56, 76, 96 in the upper fields and 156, 176, 196 in the lower ones, by (Y - 16) 255 / 219.
/// </remarks>
public sealed class VideoCorpusTests
{
    /// <summary>Inverse cosine transforms of MPEG-1, 2, 4, Theora and JPEG may differ by a level between builds of a decoder.</summary>
    const int Tolerated = 2;

    /// <summary>Name, frames, columns, rows; three pixels as frame:x,y=blue,green,red; the means of the last frame.</summary>
    public static TheoryData<string, int, int, int, string, string> Corpus => new()
    {
        { "cover.mp4", 8, 64, 48, "0:12,14=0,50,76 4:35,28=65,0,2 7:51,21=65,0,61", "58.2 62.2 77.7" },
        { "dropped.mkv", 19, 64, 48, "0:12,14=0,50,63 9:35,28=60,0,1 18:51,21=56,2,61", "56.6 61.3 77.5" },
        { "ffv1-411.mkv", 3, 64, 48, "0:12,14=0,34,80 1:35,28=63,0,0 2:51,21=56,16,32", "61.4 63.6 73.9" },
        { "ffv1-alpha.mkv", 3, 64, 48, "0:12,14=0,41,62 1:35,28=63,0,1 2:51,21=62,0,62", "59.1 61.7 76.6" },
        { "ffv1-gray10.mkv", 3, 64, 48, "0:12,14=37,37,37 1:35,28=7,7,7 2:51,21=25,25,25", "64.7 64.7 64.7" },
        { "ffv1-odd.mkv", 5, 37, 21, "0:7,6=77,115,166 2:20,12=19,71,150 4:29,9=119,148,236", "52.8 57.6 91.1" },
        { "h264-2020.mp4", 8, 64, 48, "0:12,14=0,51,39 4:35,28=62,1,1 7:51,21=65,0,63", "56.3 60.4 78.8" },
        { "h264-422-10bit.mp4", 8, 64, 48, "0:12,14=0,58,61 4:35,28=63,0,0 7:51,21=58,3,61", "57.1 61.9 77.1" },
        { "h264-444.mp4", 8, 64, 48, "0:12,14=0,38,68 4:35,28=60,0,1 7:51,21=60,0,67", "55.5 60.2 79.2" },
        { "h264-709.mp4", 8, 64, 48, "0:12,14=0,58,47 4:35,28=60,1,0 7:51,21=62,0,62", "56.2 60.8 79.2" },
        { "h264-bframes.mp4", 8, 64, 48, "0:12,14=0,50,76 4:35,28=65,0,2 7:51,21=65,0,61", "58.2 62.2 77.7" },
        { "h264-fragments.mp4", 8, 64, 48, "0:12,14=0,43,60 4:35,28=62,0,1 7:51,21=56,0,60", "57.9 62.0 77.6" },
        { "h264-fields.mkv", 3, 16, 32, "0:3,0=47,47,47 1:3,1=186,186,186 2:9,30=93,93,93", "151.5 151.5 151.5" },
        { "h264-fields.ts", 3, 16, 32, "0:3,0=47,47,47 1:3,1=186,186,186 2:9,30=93,93,93", "151.5 151.5 151.5" },
        { "h264-full.mp4", 8, 64, 48, "0:12,14=0,54,77 4:35,28=60,0,2 7:51,21=67,0,59", "56.1 61.2 78.8" },
        { "h264-open-gop.ts", 8, 64, 48, "0:12,14=0,43,60 4:35,28=62,0,1 7:51,21=56,0,60", "57.9 62.0 77.6" },
        { "h264-sound.flv", 8, 64, 48, "0:12,14=0,50,76 4:35,28=65,0,2 7:51,21=65,0,61", "58.2 62.2 77.7" },
        { "h264.avi", 8, 64, 48, "0:12,14=0,50,76 4:35,28=65,0,2 7:51,21=65,0,61", "58.1 62.1 77.9" },
        { "hevc-10bit.mkv", 8, 64, 48, "0:12,14=0,47,64 4:35,28=70,2,0 7:51,21=61,1,66", "58.2 61.9 77.8" },
        { "interlaced.mp4", 4, 64, 48, "0:12,14=0,65,103 2:35,28=64,2,3 3:51,21=53,0,63", "57.5 62.1 77.0" },
        { "mjpeg.avi", 8, 64, 48, "0:12,14=0,27,75 4:35,28=63,0,3 7:51,21=56,4,54", "56.7 61.7 79.7" },
        { "mpeg1.mpg", 8, 64, 48, "0:12,14=0,29,88 4:35,28=62,0,2 7:51,21=61,4,61", "56.3 61.3 79.8" },
        { "mpeg2.mpg", 8, 64, 48, "0:12,14=0,31,85 4:35,28=63,0,1 7:51,21=60,3,64", "57.6 62.3 78.0" },
        { "mpeg4-packed.avi", 6, 64, 48, "0:12,14=0,40,64 3:35,28=65,0,0 5:51,21=54,0,61", "57.7 62.2 77.8" },
        { "ntsc.mkv", 30, 64, 48, "0:12,14=0,35,93 15:35,28=67,0,2 29:51,21=56,0,58", "59.2 61.7 77.6" },
        { "nv12.mkv", 2, 64, 48, "0:12,14=0,41,62 1:35,28=63,0,1 1:51,21=62,0,62", "59.1 61.7 76.6" },
        { "palette.gif", 3, 64, 48, "0:12,14=0,72,36 1:35,28=85,0,0 2:51,21=85,0,72", "55.8 59.4 76.3" },
        { "png.mov", 3, 64, 48, "0:12,14=0,49,35 1:35,28=62,0,0 2:51,21=61,0,61", "56.4 59.6 77.1" },
        { "prores.mov", 3, 64, 48, "0:12,14=0,59,155 1:35,28=62,0,0 2:51,21=59,3,57", "59.1 62.7 76.7" },
        { "theora.ogv", 2, 64, 48, "0:12,14=0,24,85 1:35,28=57,0,6 1:51,21=67,6,56", "57.6 61.2 80.1" },
        { "turned-180.mp4", 8, 64, 48, "0:12,14=61,0,67 4:35,28=0,63,68 7:51,21=0,52,2", "55.5 60.2 79.2" },
        { "turned-270.mp4", 8, 48, 64, "0:9,19=38,240,20 4:26,38=62,0,1 7:38,28=67,159,239", "55.5 60.2 79.2" },
        { "turned-90.mp4", 8, 48, 64, "0:9,19=27,0,66 4:26,38=0,62,67 7:38,28=217,0,2", "55.5 60.2 79.2" },
        { "uneven.mp4", 13, 64, 48, "0:12,14=0,50,63 6:35,28=60,0,1 12:51,21=56,2,61", "56.6 61.3 77.7" },
        { "vp8-hidden.webm", 8, 64, 48, "0:12,14=0,41,66 4:35,28=63,0,1 7:51,21=62,0,62", "57.1 61.7 77.5" },
        { "vp9.webm", 8, 64, 48, "0:12,14=0,41,61 4:35,28=63,0,1 7:51,21=63,0,62", "57.3 61.8 77.6" },
        { "wide-pixels.mp4", 2, 64, 48, "0:12,14=0,48,82 1:35,28=61,1,2 1:51,21=55,0,60", "59.5 62.4 77.3" },
        { "wmv2.wmv", 8, 64, 48, "0:12,14=0,16,62 4:35,28=66,0,3 7:51,21=57,0,64", "58.5 62.2 78.3" },
        { "yuyv.avi", 2, 64, 48, "0:12,14=0,42,61 1:35,28=63,0,1 1:51,21=62,0,62", "59.1 61.7 76.5" },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Video_HasTheFramesAndColorsThatFfmpegHas(string name, int frames, int width, int height, string pixels, string means)
    {
        using VideoReader video = new(Path(name));
        Assert.Equal((width, height, (int?)frames), (video.Width, video.Height, video.Count));
        List<byte[]> read = ReadAll(video);
        Assert.Equal(frames, read.Count);
        foreach (string[] pixel in pixels.Split(' ').Select(pixel => pixel.Split(':', ',', '=')))
        {
            int[] numbers = [.. pixel.Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            int at = 3 * ((numbers[2] * width) + numbers[1]);
            for (int channel = 0; channel < 3; channel++) Assert.InRange(read[numbers[0]][at + channel], numbers[3 + channel] - Tolerated, numbers[3 + channel] + Tolerated);
        }

        double[] mean = [.. Enumerable.Range(0, 3).Select(channel => read[^1].Where((_, at) => at % 3 == channel).Average(value => (double)value))];
        Assert.All(means.Split(' ').Zip(mean), pair => Assert.Equal(double.Parse(pair.First, CultureInfo.InvariantCulture), pair.Second, 0.3));
    }

    [Theory]
    [InlineData("h264-444.mp4")]
    [InlineData("mpeg4-packed.avi")]
    [InlineData("vp9.webm")]
    public void Kind_IsToldByContentsWhateverTheName(string name)
    {
        using TestFiles files = new();
        string path = files.Write("recording.bin", File.ReadAllBytes(Path(name)));
        Assert.True(VideoFacts.IsVideo(path));
        using VideoReader video = new(path);
        Assert.Equal(video.Count, ReadAll(video).Count);
    }

    [Theory]
    [InlineData("av1.mp4", "SPIKE449")]
    [InlineData("hdr-pq.mkv", "SPIKE448")]
    [InlineData("hdr-hlg.mkv", "SPIKE448")]
    public void WhatCannotBeReadRight_IsRefused(string name, string id) => Assert.Equal(id, TestFiles.ErrorOf(() =>
    {
        using VideoReader video = new(Path(name));
        video.TryRead(new byte[video.Height * video.Width * 3]);
    }));

    [Theory]
    [InlineData("h264-bframes.mp4", null)]
    [InlineData("ntsc.mkv", null)]
    [InlineData("h264-open-gop.ts", null)]
    [InlineData("uneven.mp4", 10)]
    [InlineData("dropped.mkv", 13)]
    [InlineData("h264-fields.ts", null)]
    [InlineData("mpeg4-repeats.avi", 5)]
    public void FirstUnevenFrame_IsFound(string name, int? frame) => Assert.Equal(frame, VideoFacts.Of(Path(name)).Timing!.FirstUneven());

    [Theory]
    [InlineData("h264-444.mp4", 25)]
    [InlineData("ntsc.mkv", 29.97003)]
    [InlineData("dropped.mkv", 23.684)]
    public void Rate_IsTheStatedOneWhereTimesAgreeElseTheMeasured(string name, double rate) => Assert.Equal(rate, VideoFacts.Of(Path(name)).FramesPerSecond!.Value, 0.001);

    [Theory]
    [InlineData("turned-90.mp4", 270)]
    [InlineData("turned-180.mp4", 180)]
    [InlineData("turned-270.mp4", 90)]
    [InlineData("h264-444.mp4", 0)]
    public void Rotation_IsWhatTheFileSays(string name, int clockwise) => Assert.Equal(clockwise, VideoFacts.Of(Path(name)).Rotation);

    [Theory]
    [InlineData("wide-pixels.mp4", "not square (4:3)")]
    [InlineData("ffv1-alpha.mkv", "transparency")]
    public void WhatOneShouldKnow_IsSaid(string name, string words) => Assert.Contains(VideoFacts.Of(Path(name)).Warnings, warning => warning.Contains(words, StringComparison.Ordinal));

    /// <summary>Frames at 0, 40, 80, 120, 160, 280 and 360 ms; of two that are as near, the earlier one. Ten packets of XviD, of which three were replaced by hand: two pictures that are not coded, and one byte. ffmpeg gives seven frames.</summary>
    [Fact]
    public void PacketsThatRepeatTheFrameBefore_AreTimeThatPasses()
    {
        using VideoReader video = new(Path("mpeg4-repeats.avi"));
        Assert.Equal(7, ReadAll(video).Count);
        Assert.Equal([0, 1, 2, 3, 4, 4, 5, 5, 5, 6], video.Facts.Timing!.Resampled(25));
    }

    [Fact]
    public void FieldThatIsDamaged_IsAnErrorOfItsFrame()
    {
        byte[] bytes = File.ReadAllBytes(Path("h264-fields.mkv"));
        // The type of a macroblock behind the head of the slice of the last field.
        int slice = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x61, 0x88]);
        bytes.AsSpan(slice + 3, 8).Clear();
        using TestFiles files = new();
        using VideoReader video = new(files.Write("damaged.mkv", bytes));
        SpikeData.Compute.SpikeDataException error = Assert.Throws<SpikeData.Compute.SpikeDataException>(() => ReadAll(video));
        Assert.Contains("frame 2, counted from 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InterlacedFrames_AreToldByTheirMarks()
    {
        using VideoReader video = new(Path("interlaced.mp4")), other = new(Path("h264-bframes.mp4"));
        ReadAll(video);
        ReadAll(other);
        Assert.Equal((true, false), (video.FrameFacts!.IsInterlaced, other.FrameFacts!.IsInterlaced));
    }

    [Fact]
    public void GivenMatrixAndRange_TakeThePlaceOfTheStatedOnes()
    {
        using VideoReader stated = new(Path("h264-709.mp4")), given = new(Path("h264-709.mp4"), new() { Matrix = ColorMatrix.Bt601, Range = ColorRange.Full });
        byte[] one = ReadAll(stated)[0], other = ReadAll(given)[0];
        Assert.Equal("stated given", $"{stated.FrameFacts!.MatrixFrom} {given.FrameFacts!.MatrixFrom}");
        Assert.NotEqual(one, other);
        // Full range takes black, code 16, for a dark gray.
        Assert.True(other.Average(value => value) > one.Average(value => value));
    }

    [Fact]
    public void DamagedPacket_IsAnErrorThatNamesTheFrame()
    {
        byte[] bytes = File.ReadAllBytes(Path("ffv1-411.mkv"));
        bytes[^200] ^= 0xff;
        using TestFiles files = new();
        using VideoReader video = new(files.Write("damaged.mkv", bytes));
        byte[] frame = new byte[video.Height * video.Width * 3];
        Assert.True(video.TryRead(frame) && video.TryRead(frame));
        SpikeData.Compute.SpikeDataException error = Assert.Throws<SpikeData.Compute.SpikeDataException>(() => video.TryRead(frame));
        Assert.Equal("SPIKE447", error.Id);
        Assert.Contains("frame 2, counted from 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyReadersAtOnce_ReadTheSame()
    {
        string[] names = ["h264-bframes.mp4", "ffv1-411.mkv", "vp9.webm", "mjpeg.avi"];
        string[] alone = [.. names.Select(Digest)];
        Parallel.For(0, 24, index => Assert.Equal(alone[index % names.Length], Digest(names[index % names.Length])));
    }

    static string Digest(string name)
    {
        using VideoReader video = new(Path(name));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([.. ReadAll(video).SelectMany(frame => frame)]));
    }

    static string Path(string name) => Golden.Path($"videos/{name}");

    static List<byte[]> ReadAll(VideoReader video)
    {
        List<byte[]> frames = [];
        for (byte[] frame = new byte[video.Height * video.Width * 3]; video.TryRead(frame); frame = new byte[frame.Length]) frames.Add(frame);
        return frames;
    }
}
