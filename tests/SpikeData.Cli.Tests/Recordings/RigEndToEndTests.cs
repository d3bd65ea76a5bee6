using System.Text.Json.Nodes;
using SpikeData.Binocular;
using SpikeData.Calibration;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>The example of docs/calibration.md from views of a board to trained networks, on a rig that the test renders.</summary>
public sealed class RigEndToEndTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RecordingsOfARig_BecomeADataSetAndTrainedNetworks()
    {
        RenderedRig rig = new(folder[""]);
        rig.TakeBoard();
        rig.TakeScene("scenes/street");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "datasets.yaml"), folder["datasets.yaml"]);
        await Run("calibrate", "--left", folder["board/pictures"], "--right", folder["board/spikes"], "--board", "6x4", "--square", "45", "--unit", "mm", "--size", "160x104", "--window", "auto", "-o", folder["rig.yaml"]);
        await Run("synchronise", "--pictures", folder["scenes/street/pictures"], "--spikes", folder["scenes/street/spikes.dat"], "--picture-rate", "416", "--tick-rate", "20000",
            "--rig", folder["rig.yaml"], "--depth", "600", "-o", folder["scenes/street/clock.yaml"]);
        await Run("photometry", "--spikes", folder["scenes/street/spikes.dat"], "--pictures", folder["scenes/street/pictures"], "--rig", folder["rig.yaml"], "--depth", "600",
            "--clock", folder["scenes/street/clock.yaml"], "-o", folder["photometry.yaml"]);
        AssertRig();
        PictureClock clock = ClockFile.Read(folder["scenes/street/clock.yaml"]);
        Assert.InRange(clock.Middle(0) - RenderedRig.FirstMiddle, -1, 1);
        Assert.InRange(clock.Middle(RenderedRig.Count - 1) - RenderedRig.FirstMiddle - (RenderedRig.Count - 1) * RenderedRig.TicksPerPicture, -1, 1);
        Assert.InRange(clock.ExposureTicks - RenderedRig.Exposure, -1, 1);
        Assert.InRange(PhotometryFile.Read(folder["photometry.yaml"]).Response!.Gamma, 0.45, 0.55);
        await Run("build", "--recipes", folder["datasets.yaml"]);
        AssertData();
        await Run("train", "ssdm", "--recipes", folder["datasets.yaml"]);
        CommandLineRun report = await Run("evaluate", "ssdm", "--recipes", folder["datasets.yaml"], "--format", "json");
        AssertReport(JsonNode.Parse(report.Output)!);
        string blur = folder["artifacts/datasets/real/blur_data/street/000005.jpg"], spikes = folder["artifacts/datasets/real/spike_data/street/000005.dat"];
        await Run("deblur", "--blur", blur, "--spikes", spikes, "--model", folder["artifacts/models/ssdm"], "--count", "2", "--output", folder["sharp"]);
        Assert.Equal((416, 640), PictureFile.Measure(Directory.GetFiles(folder["sharp"])[1]));
    }

    /// <summary>Lenses and poses of so few pixels make up for each other, so what counts is compared: where the picture camera sees what the spike camera sees.</summary>
    void AssertRig()
    {
        SpikeGrid found = new(RigFile.Read(folder["rig.yaml"]), Scene: Plane.At(RenderedRig.Depth)), truth = new(RenderedRig.Rig, Scene: Plane.At(RenderedRig.Depth));
        for (int y = 80; y < 336; y += 32)
        for (int x = 120; x < 520; x += 40)
            Assert.InRange((found.Origin(new(x, y)) - truth.Origin(new(x, y))).Length, 0, 2); // Picture pixels, two to a spike pixel.
    }

    /// <summary>The layout that the published loader reads as real data: no split, no sharp images, one recording of spikes for each picture.</summary>
    void AssertData()
    {
        string data = folder["artifacts/datasets/real"];
        Assert.Equal(["blur_data", "spike_data"], Directory.GetDirectories(data).Select(Path.GetFileName).Order());
        string[] streams = [.. Directory.GetFiles(Path.Combine(data, "spike_data/street"), "*.dat").Order()];
        Assert.InRange(streams.Length, 12, RenderedRig.Count);
        foreach (string stream in streams)
        {
            string picture = Path.Combine(data, "blur_data/street", Path.GetFileNameWithoutExtension(stream) + ".jpg");
            Assert.Equal((416, 640), PictureFile.Measure(picture));
            Assert.Equal((37 + 40) * 160 * 104 / 8, new FileInfo(stream).Length);
            // Counts in 37 ticks are off by some 0.65 spikes of a spread of 2.5, which alone leaves 0.97; those of another exposure, two patches on, have nothing in common with it.
            Assert.InRange(Likeness(picture, stream), 0.9, 1);
            Assert.InRange(Likeness(picture, stream == streams[0] ? streams[1] : streams[0]), -1, 0.6);
        }
    }

    /// <summary>The correlation of a picture with the spikes of its exposure, away from the borders that the picture camera does not see.</summary>
    static double Likeness(string picture, string stream)
    {
        byte[] bgr = new byte[416 * 640 * 3];
        PictureFile.Read(picture, bgr, 416, 640);
        using SpikeDat file = SpikeDat.Open(stream, new(104, 160));
        SpikeStream spikes = file.Read(20, 37);
        List<(double Code, double Rate)> pixels = [];
        for (int y = 10; y < 94; y++)
        for (int x = 40; x < 120; x++)
        {
            double code = Enumerable.Range(0, 16).Average(i => (double)bgr[((4 * y + i / 4) * 640 + 4 * x + i % 4) * 3]);
            pixels.Add((code, Enumerable.Range(0, 37).Count(tick => spikes[tick, y, x])));
        }

        (double code, double rate) mean = (pixels.Average(pixel => pixel.Code), pixels.Average(pixel => pixel.Rate));
        double common = pixels.Sum(pixel => (pixel.Code - mean.code) * (pixel.Rate - mean.rate));
        return common / Math.Sqrt(pixels.Sum(pixel => Math.Pow(pixel.Code - mean.code, 2)) * pixels.Sum(pixel => Math.Pow(pixel.Rate - mean.rate, 2)));
    }

    static void AssertReport(JsonNode report)
    {
        Assert.False(report["hasTruth"]!.GetValue<bool>());
        JsonArray rows = report["rows"]!.AsArray();
        Assert.Equal(["Raw SDM", "Teacher (SDM)", "I-4 LDN (S-SDM)"], rows.Select(row => row!["name"]!.GetValue<string>()));
        Assert.All(rows, row => Assert.Equal("Re-blur", row!["table"]!.GetValue<string>()));
        // The spike-guided model takes the blurry image apart by its own spikes, so put together it is nearly that image again.
        Assert.InRange(rows[0]!["standard"]!["psnr"]!.GetValue<double>(), 25, 60);
    }

    static async Task<CommandLineRun> Run(params string[] line)
    {
        CommandLineRun run = await CommandLineRun.Of(line);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', line)}\n{run.Output}\n{run.Error}");
        return run;
    }
}
