namespace SpikeData.Imaging.Tests;

/// <summary>Every reader of pictures, videos, arrays and recordings, and of the files beside recordings.</summary>
public sealed class HostileFilesTests : HostileFileTest
{
    const string Spikes = "spikes.dat";
    static readonly NdArray Array = NdArray.Of([.. Enumerable.Range(0, 60).Select(value => (float)value)], 3, 4, 5);

    static readonly Dictionary<string, (byte[] Sound, Action<string> Read)> Readers = new()
    {
        ["array.npy"] = (Npy(Array), path => Imaging.Npy.Read(path)),
        ["arrays.npz"] = (Npz(), ReadArrays),
        ["picture.png"] = (Png.Color([.. Enumerable.Range(0, 20 * 30 * 3).Select(value => (byte)value)], 20, 30), ReadPicture),
        ["picture.jpg"] = (File.ReadAllBytes(Golden.Path("calib-opencv-stereo/left01.jpg")), ReadPicture),
        ["video.mp4"] = (File.ReadAllBytes(TestFiles.Clip), ReadVideo),
        ["video.mkv"] = (File.ReadAllBytes(Golden.Path("videos/hevc-10bit.mkv")), ReadVideo),
        ["video.webm"] = (File.ReadAllBytes(Golden.Path("videos/vp9.webm")), ReadVideo),
        ["video.ts"] = (File.ReadAllBytes(Golden.Path("videos/h264-open-gop.ts")), ReadVideo),
        ["video.avi"] = (File.ReadAllBytes(Golden.Path("videos/mpeg4-packed.avi")), ReadVideo),
        ["video.gif"] = (File.ReadAllBytes(Golden.Path("videos/palette.gif")), ReadVideo),
        [Spikes] = ([.. Enumerable.Range(0, 60).Select(value => (byte)value)], path => ReadRecording(path, new() { Width = 10, Height = 4 })),
        ["recording.npy"] = (Npy(RecordingFolder.GoldenSpikes), path => ReadRecording(path)),
        ["recording.npz"] = (File.ReadAllBytes(Golden.Path("recordings/spikes.npz")), path => ReadRecording(path, new() { Array = "spk" })),
        ["contiguous.h5"] = (File.ReadAllBytes(Golden.Path("recordings/scflow.h5")), path => ReadRecording(path)),
        ["chunked.h5"] = (File.ReadAllBytes(Golden.Path("recordings/chunked.h5")), path => ReadRecording(path, new() { Array = "group/spikes" })),
        ["latest.h5"] = (File.ReadAllBytes(Golden.Path("recordings/latest.h5")), path => ReadRecording(path)),
        ["fletcher.h5"] = (File.ReadAllBytes(Golden.Path("recordings/fletcher.h5")), path => ReadRecording(path)),
        ["lzf.h5"] = (File.ReadAllBytes(Golden.Path("recordings/lzf.h5")), path => ReadRecording(path)),
        ["lzf-fletcher.h5"] = (File.ReadAllBytes(Golden.Path("recordings/lzf-fletcher.h5")), path => ReadRecording(path)),
        ["matlab.mat"] = (File.ReadAllBytes(Golden.Path("recordings/matlab.mat")), path => ReadRecording(path)),
        ["looped.h5"] = (File.ReadAllBytes(Golden.Path("recordings/looped.h5")), path => ReadRecording(path, new() { Array = "raw_spike" })),
        [Sidecar.PathOf(Spikes)] = (Text(Sidecar.Write(new() { Width = 10, Height = 4, Ticks = 12, Rows = RowOrder.BottomUp, TicksPerSecond = 20_000, Simulator = "physical", Seed = 1 })), ReadBeside),
        [SpikeCvConfig.FileName] = (Text("filename: a\nspike_w: 10\nspike_h: 4\nis_labeled: true\nlabeled_data_type:\n  - 1\n  - 3.1\n"), ReadBeside),
        [ManifestFacts.FileName] = (Text("""{"format": 3, "products": {"spike": {"width": 10, "height": 4, "rowOrder": "bottom-up", "ticksPerSecond": 20000}}}"""), ReadBeside),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyFile_IsReadOrExplained(string name) => Try(name);

    protected override (byte[] Sound, Action<string> Read) Reader(string name) => Readers[name];

    protected override int TriesOf(string name) => name.StartsWith("video", StringComparison.Ordinal) ? 30 : 300;

    static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    static byte[] Npy(NdArray array)
    {
        MemoryStream target = new();
        Imaging.Npy.Write(target, array);
        return target.ToArray();
    }

    static byte[] Npz()
    {
        MemoryStream target = new();
        Imaging.Npz.Write(target, [new("a", Array), new("b", NdArray.Of([1, 2], 2))]);
        return target.ToArray();
    }

    static void ReadArrays(string path)
    {
        using Npz arrays = Imaging.Npz.Open(path);
        foreach (string name in arrays.Names) arrays.Read(name);
    }

    static void ReadPicture(string path)
    {
        (int height, int width) = PictureFile.Measure(path);
        if (height * width <= 1 << 20) PictureFile.Read(path, new byte[height * width * 3], height, width);
    }

    static void ReadVideo(string path)
    {
        using VideoReader video = new(path);
        if (video.Height * video.Width > 1 << 20) return;
        byte[] frame = new byte[video.Height * video.Width * 3];
        for (int frames = 0; frames < 100 && video.TryRead(frame); frames++)
        {
        }
    }

    static void ReadRecording(string path, RecordingFacts? stated = null)
    {
        using SpikeRecording recording = SpikeRecording.Open(path, stated);
        foreach (SpikeStream block in recording.Blocks()) Assert.Equal(block.Ticks * block.Layout.FrameBytes, block.Bytes.Length);
    }

    /// <summary>Reads a recording of whose facts a file beside it speaks.</summary>
    static void ReadBeside(string path)
    {
        string recording = Path.Combine(Path.GetDirectoryName(path)!, Spikes);
        File.WriteAllBytes(recording, new byte[60]);
        ReadRecording(recording);
    }
}
