using System.Runtime.CompilerServices;
using SpikeData.Compute;
using SpikeData.Pipelines;
using static VerifyXunit.Verifier;

namespace SpikeData.Cli.Tests;

/// <summary>The demo data are the ones that were reviewed, byte for byte, on every machine that runs this.</summary>
public sealed class DemoTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task EveryFile_HasTheReviewedFingerprint()
    {
        RecipeFile file = RecipeFile.Read(RootRecipes(), StageCatalog.Shipped);
        using CpuDevice device = new();
        DatasetBuilder builder = new(new(file.Directory, device) { OutputDirectory = folder["datasets"], StoreDirectory = folder["store"] });
        DatasetResult built = await builder.BuildAsync(file.Choose(["demo"])[0], cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(built.Failures);
        IEnumerable<string> lines = Manifest.Read(built.Directory)!.Clips.SelectMany(clip => clip.Files).Select(stored => $"{stored.Sha256} {stored.Bytes,8} {stored.Path}");
        await Verify(string.Join('\n', lines));
    }

    static string RootRecipes([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../datasets.yaml"));

    public void Dispose() => folder.Dispose();
}
