using System.Text.Json.Nodes;
using OpenCvSharp;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Data sets of the S-SDM layout that come without a manifest, as the published ones do.</summary>
public sealed class SsdmFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task WithoutItsManifest_ADataSetGivesTheSameSamples(int sharp)
    {
        string dataset = await Build(sharp);
        new ShardWriter(dataset, 2).Write(folder["known"], cancellation: TestContext.Current.CancellationToken);
        Manifest known = Manifest.ReadOwn(dataset);
        File.Delete(Path.Combine(dataset, Manifest.FileName));
        Assert.True(SsdmFolder.Holds(dataset));
        Manifest found = SsdmFolder.Read(dataset, RecordingFacts.None, TestContext.Current.CancellationToken);
        new ShardWriter(dataset, found, 2).Write(folder["found"], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(known.OnlySamples().Clips.Select(Listed), found.Clips.Select(Listed));
        foreach ((string kind, JsonNode? facts) in found.Products)
        foreach ((string fact, JsonNode? value) in facts!.AsObject())
            Assert.True(JsonNode.DeepEquals(known.Products[kind]?[fact], value), $"{kind} {fact}: {value}");
        Assert.Equal((8, 4, 137, 20), (Fact(found, "spike", "width"), Fact(found, "spike", "height"), Fact(found, "spike", "ticks"), Fact(found, "spike", "ticksBeforeExposure")));
        Assert.Equal((32, 16, sharp), (Fact(found, "sharp", "width"), Fact(found, "blur", "height"), Fact(found, "sharp", "framesPerExposure")));

        ShardReader.Unpack(folder["known"], folder["one"]);
        ShardReader.Unpack(folder["found"], folder["other"]);
        SortedDictionary<string, byte[]> one = TemporaryFolder.Content(folder["one"]), other = TemporaryFolder.Content(folder["other"]);
        Assert.Equal(one.Keys, other.Keys);
        Assert.All(one.Where(file => file.Key != Manifest.FileName), file => Assert.Equal(file.Value, other[file.Key]));
    }

    static string Listed(ManifestClip clip) => string.Join('\n', clip.Samples.SelectMany(sample => clip.Files
        .Where(file => file.Exposure == sample.Exposure)
        .Select(file => $"{clip.Title} {sample.Label}: {file.Kind} {file.Number} {file.Path} {file.Bytes} {file.Sha256}")));

    static int Fact(Manifest manifest, string kind, string name) => manifest.Products[kind]![name]!.GetValue<int>();

    [Fact]
    public void RecordedData_HaveNoSplitAndNoTruth_AndAQuarterOfTheirPicturesSize()
    {
        foreach (string scene in (string[])["one", "two"])
        foreach (int number in (int[])[2, 10])
        {
            Put($"spike_data/{scene}/{number}.dat", new byte[3 * 4]);
            Put($"blur_data/{scene}/{number}.jpg", Jpeg(32, 16));
        }

        Put("blur_data/one/11.jpg", Jpeg(8, 8));
        Manifest found = SsdmFolder.Read(folder.Path, new() { TicksPerSecond = 20000 }, TestContext.Current.CancellationToken);
        Assert.Equal(["2", "10", "2", "10"], found.Clips.SelectMany(clip => clip.Samples).Select(sample => sample.Label));
        Assert.All(found.Clips, clip => Assert.Equal(4, clip.Files.Count));
        Assert.Equal((8, 4, 3), (Fact(found, "spike", "width"), Fact(found, "spike", "height"), Fact(found, "spike", "ticks")));
        Assert.Equal(20000, found.Products["spike"]!["ticksPerSecond"]!.GetValue<double>());
        Assert.Null(found.Products["sharp"]);
        Sample sample = Dataset.SamplesOf(found, folder.Path).First();
        Assert.Equal((3, 32), (sample.ReadSpikes().Ticks, sample.ReadBlur().Shape[1]));
        Assert.Contains("ticksBeforeExposure", Assert.Throws<SpikeDataException>(() => sample.TicksBeforeExposure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpikesAsLargeAsThePictures_AreNotTakenForAQuarter()
    {
        Put("spike_data/a/000019.dat", Gradient(360, 640, 137));
        Put("blur_data/a/000019.png", Png.Gray(new byte[360 * 640], 360, 640));
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SsdmFolder.Read(folder.Path, RecordingFacts.None, TestContext.Current.CancellationToken));
        Assert.Equal("SPIKE487", problem.Id);
        Assert.Contains("as in a recording of 640x360", problem.Message, StringComparison.Ordinal);
        Manifest stated = SsdmFolder.Read(folder.Path, new() { Width = 640, Height = 360 }, TestContext.Current.CancellationToken);
        Assert.Equal(137, Fact(stated, "spike", "ticks"));
    }

    [Fact]
    public async Task FilesThatContradictEachOther_AreNamed()
    {
        string dataset = await Build(1);
        File.Delete(Path.Combine(dataset, Manifest.FileName));
        string spikes = Path.Combine(dataset, "spike_data/b/000032.dat"), blur = Path.Combine(dataset, "blur_data/b/000032.png");
        byte[] recording = await File.ReadAllBytesAsync(spikes, TestContext.Current.CancellationToken), picture = await File.ReadAllBytesAsync(blur, TestContext.Current.CancellationToken);

        await File.WriteAllBytesAsync(spikes, recording[..^1], TestContext.Current.CancellationToken);
        Refused("SPIKE487", spikes, "no whole number of ticks of 8x4");
        await File.WriteAllBytesAsync(spikes, [], TestContext.Current.CancellationToken);
        Refused("SPIKE472", spikes, "empty");
        await File.WriteAllBytesAsync(spikes, recording, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(spikes + ".yaml", "row-order: top-down\n", TestContext.Current.CancellationToken);
        Refused("SPIKE487", spikes, "lowest row first");
        File.Delete(spikes + ".yaml");
        await File.WriteAllBytesAsync(blur, picture[..^20], TestContext.Current.CancellationToken);
        Refused("SPIKE443", blur, "damaged");
        // A third of a JPEG's data is taken out; decoders fill that in without a word.
        using Mat noise = new(16, 32, MatType.CV_8UC1);
        Cv2.Randu(noise, new Scalar(0), new Scalar(255));
        Cv2.ImEncode(".jpg", noise, out byte[] jpeg, (int[])[(int)ImwriteFlags.JpegQuality, 95]);
        await File.WriteAllBytesAsync(blur, [.. jpeg[..^400], .. jpeg[^200..]], TestContext.Current.CancellationToken);
        Refused("SPIKE443", blur, "cannot be read beyond line");
        await File.WriteAllBytesAsync(blur, Png.Gray(new byte[7 * 9], 7, 9), TestContext.Current.CancellationToken);
        Refused("SPIKE487", blur, "9x7");
        File.Delete(blur);
        Refused("SPIKE487", spikes, "none of the number 000032");
        await File.WriteAllBytesAsync(blur, picture, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.ChangeExtension(blur, ".jpg"), picture, TestContext.Current.CancellationToken);
        Refused("SPIKE487", "", "the same number");

        void Refused(string id, string file, string what)
        {
            SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SsdmFolder.Read(dataset, RecordingFacts.None, TestContext.Current.CancellationToken));
            Assert.Equal(id, problem.Id);
            Assert.Contains(what, problem.Message, StringComparison.Ordinal);
            Assert.Contains(file, problem.File + problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FolderOfOtherFiles_IsNone()
    {
        folder.Write("spike_data/notes.txt");
        folder.Write("spike_data/a/notes.txt");
        Assert.False(SsdmFolder.Holds(folder.Path));
        Assert.False(SsdmFolder.Holds(folder["absent"]));
        Assert.Equal("SPIKE456", Assert.Throws<SpikeDataException>(() => SsdmFolder.Read(folder.Path, RecordingFacts.None, TestContext.Current.CancellationToken)).Id);
    }

    static byte[] Jpeg(int width, int height)
    {
        using Mat picture = new(height, width, MatType.CV_8UC3, Scalar.Gray);
        Cv2.ImEncode(".jpg", picture, out byte[] file, (int[]?)null);
        return file;
    }

    void Put(string relative, byte[] bytes)
    {
        folder.Write(relative);
        File.WriteAllBytes(folder[relative], bytes);
    }

    /// <summary>Spikes of a scene that grows brighter downwards and to the right: in every tick, those pixels whose turn it is.</summary>
    static byte[] Gradient(int height, int width, int ticks)
    {
        byte[] bits = new byte[ticks * height * width / 8];
        for (long tick = 0, at = 0; tick < ticks; tick++)
        for (int row = height - 1; row >= 0; row--)
        for (int column = 0; column < width; column++, at++)
        {
            long light = row + column, full = height + width;
            if (light * (tick + 1) / full > light * tick / full) bits[at >> 3] |= (byte)(1 << (int)(at & 7));
        }

        return bits;
    }

    /// <summary>Two clips of the paper's recipe, with a spike pixel for four by four pixels: three exposures each, the first without spikes.</summary>
    async Task<string> Build(int sharp)
    {
        SyntheticSource source = new(330, new(32, 16)) { Folder = folder, Brightness = frame => (byte)frame, Clips = ["a", "b"] };
        TestPipeline pipeline = new(
            "set", source, new Interpolate(new NoInterpolation(), 8), new Expose(), new SynthesizeBlur(), new SimulateSpikes(), new ExtractSharp(sharp), new Write());
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result.Directory;
    }
}
