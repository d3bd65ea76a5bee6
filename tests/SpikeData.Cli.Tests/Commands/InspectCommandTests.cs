using System.Runtime.CompilerServices;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

public sealed class InspectCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Recording_IsDescribedAndDrawn()
    {
        await File.WriteAllBytesAsync(folder["a.dat"], Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("inspect", folder["a.dat"], "--size", "16x8", "--ticks-per-second", "20000", "--preview", folder["a.png"]);
        int spikes = Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "spikes").Count(spike => spike != 0);
        Assert.Contains("recording  packed spikes (.dat), 80 bytes", run.Output, StringComparison.Ordinal);
        Assert.Contains("size       16x8\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("ticks      5: 0.00025 s at 20000 a second", run.Output, StringComparison.Ordinal);
        Assert.Contains($"spikes     {spikes}, ", run.Output, StringComparison.Ordinal);
        Assert.Equal((8, 16), PictureFile.Measure(folder["a.png"]));
    }

    [Fact]
    public async Task DatasetInShards_IsDescribedOneFactToALine_AndUnpacked()
    {
        string clip = Repository("samples/clips/cockatoo.mp4");
        await File.WriteAllTextAsync(folder["datasets.yaml"], $$"""
            datasets:
              birds:
                - decode: { from: "{{clip.Replace('\\', '/')}}", size: 66x38, frames: 0..12 }
                - expose: { frames: 5, skip: 1 }
                - simulate-spikes: { scale: 2, margin: 1 }
                - write: { layout: webdataset, samples-per-shard: 1 }
            """, TestContext.Current.CancellationToken);
        CommandLineRun build = await CommandLineRun.Of("build", "--recipes", folder["datasets.yaml"]);
        Assert.Equal((0, ""), (build.ExitCode, build.Error));
        string[] lines = (await CommandLineRun.Of("inspect", folder["artifacts/datasets/birds"])).Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("samples    1 from 1 clip", lines);
        Assert.Contains("shards     1, listed in index.json", lines);
        Assert.Contains("noise inherent (mean-gap 140, deviation 50), seed 1", Assert.Single(lines, line => line.StartsWith("spike ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLineRun.Of("convert", folder["artifacts/datasets/birds"], folder["again"])).ExitCode);
        using SpikeRecording recording = SpikeRecording.Open(Assert.Single(Directory.GetFiles(folder["again"], "*.dat", SearchOption.AllDirectories)));
        Assert.Equal((33, 19, 7L, 79), (recording.Layout.Width, recording.Layout.Height, recording.Ticks, recording.Layout.FrameBytes));
    }

    [Fact]
    public async Task DatOfUnknownSize_IsRecognizedByRowsThatResembleTheirNeighbors()
    {
        SpikeLayout layout = new(250, 400);
        byte[] spikes = new byte[50 * layout.Pixels];
        for (int i = 0; i < spikes.Length; i++)
        {
            (int tick, int row, int column) = (i / layout.Pixels, i / 400 % 250, i % 400);
            spikes[i] = (tick + 1) * (row + column) / 650 > tick * (row + column) / 650 ? (byte)1 : (byte)0;
        }

        await File.WriteAllBytesAsync(folder["a.dat"], SpikeStream.Of(spikes, layout).Bytes.ToArray(), TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("inspect", folder["a.dat"]);
        Assert.StartsWith("may be     400x250: neighboring rows agree by ", run.Output, StringComparison.Ordinal);
        Assert.Contains("size       400x250", run.Output, StringComparison.Ordinal);
        Assert.Contains("read as bottom-up", run.Output, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(folder["scene.png"], Png.Gray([.. Enumerable.Range(0, 100 * 160).Select(pixel => (byte)(255 * (pixel / 160 + pixel % 160) / 260))], 100, 160), TestContext.Current.CancellationToken);
        Assert.Contains("By scene.png they are bottom-up: correlation 1.000, the other way 0.", (await CommandLineRun.Of("inspect", folder["a.dat"], "--picture", folder["scene.png"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BitsTheOtherWayRound_AreSaid_AndNothingIsWrittenUntilTheOrderIsStated()
    {
        byte[] packed = new byte[20 * 48 * 32 / 8];
        for (int i = 0; i < packed.Length * 8; i++)
        {
            (int tick, int row, int column) = (i / (48 * 32), i / 48 % 32, i % 48);
            if ((tick + 1) * (row + column) / 90 > tick * (row + column) / 90) packed[i / 8] |= (byte)(0x80 >> i % 8);
        }

        await File.WriteAllBytesAsync(folder["pattern_48x32.dat"], packed, TestContext.Current.CancellationToken);
        CommandLineRun inspection = await CommandLineRun.Of("inspect", folder["pattern_48x32.dat"]);
        Assert.Equal(0, inspection.ExitCode);
        Assert.StartsWith("may be     48x32, as the name says: neighboring rows agree by ", inspection.Output, StringComparison.Ordinal);
        Assert.Contains("doubt      SPIKE491: ", inspection.Output, StringComparison.Ordinal);
        string[] convert = ["convert", folder["pattern_48x32.dat"], folder["a.dat"], "--size", "48x32"];
        CommandLineRun refused = await CommandLineRun.Of(convert);
        Assert.Contains("error SPIKE491: ", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["a.dat"]));
        foreach (string word in new[] { "msb", "big" })
        {
            Assert.Equal(0, (await CommandLineRun.Of([.. convert, "--bit-order", word])).ExitCode);
            // Turned by hand: what is written has the first pixel in the least significant bit.
            byte[] turned = Array.ConvertAll(packed, value => (byte)Enumerable.Range(0, 8).Sum(bit => (value >> bit & 1) << (7 - bit)));
            Assert.Equal(turned, await File.ReadAllBytesAsync(folder["a.dat"], TestContext.Current.CancellationToken));
            Assert.DoesNotContain("bit-order", await File.ReadAllTextAsync(folder["a.dat.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AxesInAnotherOrder_AreSaid_AndReadWhereTheyAreStated()
    {
        byte[] hwt = [.. from row in Enumerable.Range(0, 24) from column in Enumerable.Range(0, 32) from tick in Enumerable.Range(0, 40)
                         let rate = 9 + row + column select (tick + 1) * rate % 100 < tick * rate % 100 ? (byte)1 : (byte)0];
        await using (FileStream file = File.Create(folder["a.npy"])) Npy.Write(file, NdArray.Of<byte>(hwt, 24, 32, 40));
        Assert.Contains("doubt      SPIKE493: ", (await CommandLineRun.Of("inspect", folder["a.npy"])).Output, StringComparison.Ordinal);
        Assert.Contains("error SPIKE493: ", (await CommandLineRun.Of("convert", folder["a.npy"], folder["b.npy"])).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLineRun.Of("convert", folder["a.npy"], folder["b.npy"], "--axes", "hwt")).ExitCode);
        NdArray written = Npy.Read(folder["b.npy"]);
        Assert.Equal([40, 24, 32], written.Shape.ToArray());
        Assert.Equal(hwt[(3 * 32 + 5) * 40 + 7], written.As<byte>()[(7 * 24 + 3) * 32 + 5]);
    }

    [Fact]
    public async Task NoiseOfUnknownSize_AsksForTheSize()
    {
        byte[] noise = new byte[12_500 * 4];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(folder["a.dat"], noise, TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("inspect", folder["a.dat"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE450: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PicturesVideosAndFolders_AreDescribed()
    {
        Assert.Contains("video      1280x720 pixels", (await CommandLineRun.Of("inspect", Repository("samples/clips/cockatoo.mp4"))).Output, StringComparison.Ordinal);
        Assert.Contains("picture    ", (await CommandLineRun.Of("inspect", Repository("docs/images/demo.png"))).Output, StringComparison.Ordinal);
        Assert.Contains("error SPIKE456: ", (await CommandLineRun.Of("inspect", folder[""])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderOrPathThatCannotBe_IsNamed()
    {
        Directory.CreateDirectory(folder["car.dat"]);
        Assert.Contains("car.dat is a folder", (await CommandLineRun.Of("reconstruct", folder["car.dat"], "-o", folder["a.png"])).Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(folder["b.dat"], Golden.Read<byte>("spike-dat/dat_5x8x16.npz", "dat_bytes"), TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("inspect", folder["b.dat"], "--size", "16x8", "--preview", folder["absent/b.png"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE122: ", run.Error, StringComparison.Ordinal);
    }

    static string Repository(string file, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", file));
}
