using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>Raw recordings of a rig go in, the layout of the published real data comes out.</summary>
public sealed class RigRecipeTests : IDisposable
{
    const int Height = 10, Width = 16, Pictures = 4, Ticks = 200, FrameBytes = Height * Width / 8;

    const string Rig = """
        format: 1
        left: { size: 96x60, focal: [96, 96], center: [47.5, 29.5], distortion: [0, 0, 0, 0, 0] }
        right: { size: 16x10, focal: [16, 16], center: [7.5, 4.5], distortion: [0, 0, 0, 0, 0] }
        pose: { rotation: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], translation: [0, 0, 0] }
        """;

    const string Recipe = """
        datasets:
          real:
            - read-recording: { pictures: "rig/{clip}/pictures/*.png", spikes: "rig/{clip}/spikes.dat", frames-per-second: 150 }
            - calibrate: { file: rig.yaml }
            - synchronise: { file: clock.yaml }
            - rectify: { scale: 4 }
            - cut-exposures: { margin: 3 }
            - write
        """;

    readonly TemporaryFolder folder = new();
    readonly byte[] spikes = new byte[Ticks * FrameBytes];

    public RigRecipeTests()
    {
        new Random(1).NextBytes(spikes);
        Directory.CreateDirectory(folder["rig/street/pictures"]);
        for (int picture = 0; picture < Pictures; picture++)
            File.WriteAllBytes(folder[$"rig/street/pictures/{picture:000}.png"], Png.Color([.. Enumerable.Repeat((byte)(40 * picture + 20), 96 * 60 * 3)], 60, 96));
        File.WriteAllBytes(folder["rig/street/spikes.dat"], spikes);
        File.WriteAllText(folder["rig/street/spikes.dat.yaml"], "width: 16\nheight: 10\nticks-per-second: 20000\n");
        File.WriteAllText(folder["rig.yaml"], Rig);
        File.WriteAllText(folder["clock.yaml"], "format: 1\nfirst-middle: 10.5\nticks-per-picture: 50.25\nexposure: 21\n");
        File.WriteAllText(folder["datasets.yaml"], Recipe);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Recording_BecomesPicturesOnTheSpikeGridAndTheTicksOfTheirExposures()
    {
        CommandLineRun run = await Build();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string data = folder["artifacts/datasets/real"];
        Assert.Equal((Height * 4, Width * 4), PictureFile.Measure(Path.Combine(data, "blur_data/street/000001.png")));
        byte[] bgr = new byte[Height * Width * 16 * 3];
        PictureFile.Read(Path.Combine(data, "blur_data/street/000002.png"), bgr, Height * 4, Width * 4);
        Assert.All(bgr, level => Assert.Equal(100, level));
        // Picture 0's margin begins before the recording; picture 1's middle is tick floor(10.5 + 50.25) = 60, and 21 + 2 x 3 ticks lie around it.
        Assert.False(File.Exists(Path.Combine(data, "spike_data/street/000000.dat")));
        Assert.Equal(spikes[((60 - 13) * FrameBytes)..((60 + 14) * FrameBytes)], await File.ReadAllBytesAsync(Path.Combine(data, "spike_data/street/000001.dat"), TestContext.Current.CancellationToken));
        Assert.Contains("up to date", (await Build()).Output, StringComparison.Ordinal);
        string manifest = await File.ReadAllTextAsync(Path.Combine(data, "manifest.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"bitOrder\": \"lsb (assumed)\"", manifest, StringComparison.Ordinal);
        CommandLineRun why = await Edit("clock.yaml", "exposure: 21", "exposure: 23", "why", "real");
        Assert.Contains("synchronise.file", why.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rig.yaml", "96x60", "192x120", "SPIKE608")]
    [InlineData("rig.yaml", "16x10", "32x10", "SPIKE608")]
    [InlineData("rig.yaml", "[1, 0, 0]", "[2, 0, 0]", "SPIKE607")]
    [InlineData("clock.yaml", "10.5", "9000", "SPIKE608")]
    [InlineData("datasets.yaml", "spikes.dat", "nothing.dat", "SPIKE611")]
    public async Task CalibrationThatDoesNotFitTheRecording_IsRefusedAndNothingIsWritten(string file, string text, string edit, string id)
    {
        CommandLineRun run = await Edit(file, text, edit, "build");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["artifacts/datasets/real/blur_data"]));
    }

    [Fact]
    public async Task RecordingThatDoesNotSayItsOrderOfRows_HasThatOfTheRig()
    {
        CommandLineRun run = await Edit("rig.yaml", "format: 1", "format: 1\nrow-order: top-down", "build");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"rowOrder\": \"top-down (calibrated)\"", await File.ReadAllTextAsync(folder["artifacts/datasets/real/manifest.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        byte[] cut = await Cut();
        for (int row = 0; row < Height; row++)
            Assert.Equal(spikes[((60 - 13) * FrameBytes + row * 2)..((60 - 13) * FrameBytes + row * 2 + 2)], cut[((Height - 1 - row) * 2)..((Height - 1 - row) * 2 + 2)]);
        Assert.Equal(0, (await Edit("rig/street/spikes.dat.yaml", "height: 10", "height: 10\nrow-order: bottom-up", "build")).ExitCode);
        Assert.Equal(spikes[((60 - 13) * FrameBytes)..((60 + 14) * FrameBytes)], await Cut());

        Task<byte[]> Cut() => File.ReadAllBytesAsync(folder["artifacts/datasets/real/spike_data/street/000001.dat"], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task SceneThatSlopes_TakesADepth()
    {
        Assert.Contains("SPIKE621", (await Edit("datasets.yaml", "{ scale: 4 }", "{ scale: 4, slope-right: 0.5 }", "build")).Error, StringComparison.Ordinal);
        CommandLineRun run = await Edit("datasets.yaml", "slope-right: 0.5", "slope-right: 0.5, depth: 600", "build");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"slopeRight\": 0.5", await File.ReadAllTextAsync(folder["artifacts/datasets/real/manifest.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachRecording_MayHaveAClockFileOfItsOwn()
    {
        File.Move(folder["clock.yaml"], folder["rig/street/clock.yaml"]);
        Assert.Equal(0, (await Edit("datasets.yaml", "file: clock.yaml", "file: \"rig/{clip}/clock.yaml\"", "build")).ExitCode);
        Assert.Contains("up to date", (await Build()).Output, StringComparison.Ordinal);
        CommandLineRun why = await Edit("rig/street/clock.yaml", "exposure: 21", "exposure: 23", "why", "real");
        Assert.Contains("synchronise.file", why.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DefectivePixel_GivesTheSpikesOfItsNeighborAndPicturesBecomeLinear()
    {
        await File.WriteAllTextAsync(folder["sensor.yaml"], "format: 1\nsize: 16x10\ndefects: [ { x: 3, y: 9, kind: hot } ]\nresponse: { black: 0, gain: 1, gamma: 0.5 }\n", TestContext.Current.CancellationToken);
        CommandLineRun run = await Edit("datasets.yaml", "- synchronise", "- correct-photometry: { file: sensor.yaml, spikes: defects, linear: true }\n    - synchronise", "build");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        byte[] cut = await File.ReadAllBytesAsync(folder["artifacts/datasets/real/spike_data/street/000001.dat"], TestContext.Current.CancellationToken);
        for (int tick = 0; tick < 27; tick++)
        {
            // The lowest row comes first; the sound neighbor above pixel (3, 9) is (3, 8), two bytes on.
            byte expected = spikes[(60 - 13 + tick) * FrameBytes];
            expected = (byte)(expected & ~8 | spikes[(60 - 13 + tick) * FrameBytes + 2] & 8);
            Assert.Equal(expected, cut[tick * FrameBytes]);
        }

        byte[] bgr = new byte[Height * Width * 16 * 3];
        PictureFile.Read(folder["artifacts/datasets/real/blur_data/street/000002.png"], bgr, Height * 4, Width * 4);
        Assert.All(bgr, level => Assert.Equal((byte)Math.Round(100 * 100 / 255.0), level));
        Assert.Contains("SPIKE619", (await Edit("sensor.yaml", "response: { black: 0, gain: 1, gamma: 0.5 }", "", "build")).Error, StringComparison.Ordinal);
        Assert.Contains("SPIKE608", (await Edit("sensor.yaml", "16x10", "16x16", "build")).Error, StringComparison.Ordinal);
    }

    async Task<CommandLineRun> Edit(string file, string text, string edit, params string[] command)
    {
        string whole = await File.ReadAllTextAsync(folder[file]);
        await File.WriteAllTextAsync(folder[file], whole.Replace(text, edit, StringComparison.Ordinal));
        return await CommandLineRun.Of([.. command, "--recipes", folder["datasets.yaml"]]);
    }

    Task<CommandLineRun> Build() => CommandLineRun.Of("build", "--recipes", folder["datasets.yaml"]);
}
