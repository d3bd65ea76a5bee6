using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>A data set of which damage leaves nothing.</summary>
public sealed class DamagedClipsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AllClipsLeftOut_IsSaidWithTheReason()
    {
        byte[] bytes = File.ReadAllBytes(Golden.Path("videos/ffv1-411.mkv"));
        bytes[^200] ^= 0xff;
        foreach (string name in (string[])["a.mkv", "b.mkv"]) await File.WriteAllBytesAsync(folder[name], bytes, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["datasets.yaml"], """
            datasets:
              street:
                - decode: { from: "{clip}.mkv", damaged: skip-clip }
                - expose: { frames: 1, skip: 0 }
                - synthesize-blur
                - write: { layout: s-sdm }
            """, TestContext.Current.CancellationToken);
        CommandLineRun run = await CommandLineRun.Of("build", "--recipes", folder["datasets.yaml"]);
        Assert.Contains("error SPIKE409: None of the 2 clips gives a sample: all were left out, since it is damaged: frame 2, counted from 0", run.Error, StringComparison.Ordinal);
        Assert.Contains("and likewise 1 more", run.Error, StringComparison.Ordinal);
    }
}
