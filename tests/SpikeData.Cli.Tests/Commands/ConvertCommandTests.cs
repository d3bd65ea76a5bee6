using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RoundTripThroughEveryFormat_GivesTheSameFile()
    {
        byte[] spikes = Golden.Read<byte>("spike-dat/dat_3x180x320.npz", "dat_bytes");
        await File.WriteAllBytesAsync(folder["0.dat"], spikes, TestContext.Current.CancellationToken);
        CommandLineRun first = await CommandLineRun.Of("convert", folder["0.dat"], folder["1.npy"], "--size", "320x180", "--ticks-per-second", "40000");
        Assert.Equal((0, $"{folder["1.npy"]}: 3 ticks of 320x180\n"), (first.ExitCode, first.Output.ReplaceLineEndings("\n")));
        string[] files = ["1.npy", "2.h5", "3.npz", "4.dat"];
        foreach ((string from, string to) in files.Zip(files.Skip(1)))
            Assert.Equal("", (await CommandLineRun.Of("convert", folder[from], folder[to])).Error);
        Assert.Equal(spikes, await File.ReadAllBytesAsync(folder["4.dat"], TestContext.Current.CancellationToken));
        Assert.Contains("ticks-per-second: 40000\n", await File.ReadAllTextAsync(folder["4.dat.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderForSpikeCv_SaysHowLargeItsRecordingsAre()
    {
        byte[] spikes = Golden.Read<byte>("spike-dat/dat_3x180x320.npz", "dat_bytes");
        await File.WriteAllBytesAsync(folder["Auto, grün.dat"], spikes, TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("convert", folder["Auto, grün.dat"], folder["cars"], "--size", "320x180", "--layout", "spikecv");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("filename: \"cars\"\nspike_w: 320\nspike_h: 180\nis_labeled: false\n", await File.ReadAllTextAsync(folder["cars/config.yaml"], TestContext.Current.CancellationToken));
        Assert.Equal(spikes, await File.ReadAllBytesAsync(folder["cars/Auto, grün.dat"], TestContext.Current.CancellationToken));
        File.Delete(folder["cars/Auto, grün.dat.yaml"]);
        using SpikeRecording recording = SpikeRecording.Open(folder["cars/Auto, grün.dat"]);
        Assert.Equal((320, 180), (recording.Layout.Width, recording.Layout.Height));
    }

    [Fact]
    public async Task FolderForSsdm_HoldsPiecesNamedAfterTheirMiddles()
    {
        byte[] spikes = Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes");
        await File.WriteAllBytesAsync(folder["car.dat"], spikes, TestContext.Current.CancellationToken);
        string[] command = ["convert", folder["car.dat"], folder["set"], "--size", "16x8", "--layout", "s-sdm", "--ticks-per-sample", "2"];
        CommandLineRun run = await CommandLineRun.Of(command);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["000001.dat", "000003.dat"], Directory.GetFiles(folder["set/spike_data/car"], "*.dat").Select(path => Path.GetFileName(path)).Order());
        Assert.Equal(spikes.AsSpan(32, 32).ToArray(), await File.ReadAllBytesAsync(folder["set/spike_data/car/000003.dat"], TestContext.Current.CancellationToken));
        Assert.Equal((0, ""), await CommandLineRun.Of(command) is var again ? (again.ExitCode, again.Error) : default);
    }

    [Fact]
    public async Task SomeTicksInAnotherOrderOfRows_AreWrittenWithASidecarThatSaysSo()
    {
        await File.WriteAllBytesAsync(folder["a.dat"], Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        await CommandLineRun.Of("convert", folder["a.dat"], folder["b.dat"], "--size", "16x8", "--ticks", "1..3", "--write-row-order", "top-down");
        Assert.Equal(Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes_noflip").AsSpan(16, 48).ToArray(), await File.ReadAllBytesAsync(folder["b.dat"], TestContext.Current.CancellationToken));
        using SpikeRecording recording = SpikeRecording.Open(folder["b.dat"]);
        Assert.Equal(RowOrder.TopDown, recording.Layout.Rows);
        Assert.Equal(Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "spikes").AsSpan(128, 384).ToArray(), recording.Read(0, 3).ToArray().As<byte>());
    }

    /// <summary>The input is read to its end before anything that was there goes.</summary>
    [Fact]
    public async Task DataSetWithARecordingCutShort_CostsNoOlderShards()
    {
        await File.WriteAllBytesAsync(folder["car.dat"], Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        await CommandLineRun.Of("convert", folder["car.dat"], folder["set"], "--size", "16x8", "--layout", "s-sdm", "--ticks-per-sample", "1");
        string[] command = ["convert", folder["set"], folder["shards"]];
        CommandLineRun whole = await CommandLineRun.Of(command);
        Assert.Equal((0, ""), (whole.ExitCode, whole.Error));
        Dictionary<string, byte[]> before = Directory.GetFiles(folder["shards"]).ToDictionary(path => path, File.ReadAllBytes);
        string cut = Directory.GetFiles(folder["set/spike_data/car"], "*.dat").Order(StringComparer.Ordinal).Last();
        using (FileStream file = File.OpenWrite(cut)) file.SetLength(3);

        CommandLineRun run = await CommandLineRun.Of(command);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(Path.GetFileName(cut), run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(folder["shards"]).ToDictionary(path => path, File.ReadAllBytes));
        Assert.Equal(["car.dat", "set", "shards"], Directory.GetFileSystemEntries(folder[""]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SPIKE459", "a.dat")]
    [InlineData("SPIKE452", "b.mat")]
    [InlineData("SPIKE473", "b.dat", "--ticks", "3..9")]
    public async Task WhatCannotBeConverted_IsRefusedAndNothingIsWritten(string id, string target, params string[] more)
    {
        await File.WriteAllBytesAsync(folder["a.dat"], new byte[80], TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of(["convert", folder["a.dat"], folder[target], "--size", "16x8", .. more]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.Equal([folder["a.dat"]], Directory.GetFiles(folder[""]));
    }

    [Theory]
    [InlineData("a.npy", "b.npz", "--samples-per-shard", "3", "SPIKE486")]
    [InlineData("a.npy", "b.npz", "--size", "17x8", "SPIKE464")]
    [InlineData("set", "shards", "--ticks", "0..1", "SPIKE486")]
    [InlineData("set", "shards", "--row-order", "top-down", "SPIKE486")]
    [InlineData("set", "shards", "--array", "spikes", "SPIKE486")]
    [InlineData("set", "shards", "--size", "17x8", "SPIKE487")]
    [InlineData("set/spike_data", "shards", "--samples-per-shard", "3", "SPIKE456")]
    public async Task WordThatDoesNotApply_IsRefused_AndNothingIsWritten(string from, string to, string option, string value, string id)
    {
        byte[] spikes = Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes");
        await File.WriteAllBytesAsync(folder["a.dat"], spikes, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandLineRun.Of("convert", folder["a.dat"], folder["a.npy"], "--size", "16x8")).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of("convert", folder["a.dat"], folder["set"], "--size", "16x8", "--layout", "s-sdm")).ExitCode);
        CommandLineRun run = await CommandLineRun.Of("convert", folder[from], folder[to], option, value);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder[to]));
        if (id == "SPIKE456") Assert.Contains("spikedata convert", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderOfTheSsdmLayoutWithoutManifest_BecomesShards()
    {
        byte[] spikes = Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes");
        foreach (string scene in (string[])["car", "dog.1"])
        {
            Directory.CreateDirectory(folder[$"rsb/spike_data/{scene}"]);
            await File.WriteAllBytesAsync(folder[$"rsb/spike_data/{scene}/7.dat"], spikes, TestContext.Current.CancellationToken);
        }

        CommandLineRun unknown = await CommandLineRun.Of("convert", folder["rsb"], folder["shards"]);
        Assert.Contains("error SPIKE450: ", unknown.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["shards"]));
        CommandLineRun run = await CommandLineRun.Of("convert", folder["rsb"], folder["shards"], "--size", "16x8", "--ticks-per-second", "20000", "--samples-per-shard", "1");
        Assert.Equal((0, "", $"{folder["shards"]}: 2 shards and index.json\n"), (run.ExitCode, run.Error, run.Output.ReplaceLineEndings("\n")));
        CommandLineRun inspection = await CommandLineRun.Of("inspect", folder["shards"]);
        Assert.Contains("spike      width 16, height 8", inspection.Output, StringComparison.Ordinal);
        Assert.Contains("ticksPerSecond 20000", inspection.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLineRun.Of("convert", folder["shards"], folder["again"])).ExitCode);
        Assert.Equal(spikes, await File.ReadAllBytesAsync(folder["again/spike_data/dog.1/7.dat"], TestContext.Current.CancellationToken));
        Assert.Contains($"spikedata convert {folder["rsb"]} shards", (await CommandLineRun.Of("inspect", folder["rsb"])).Error, StringComparison.Ordinal);
    }
}
