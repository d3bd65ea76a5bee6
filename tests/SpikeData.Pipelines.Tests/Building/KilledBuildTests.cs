using System.Diagnostics;
using System.Globalization;

namespace SpikeData.Pipelines.Tests;

/// <summary>A build that is killed, at any instant, leaves what the next build can go on from.</summary>
public sealed class KilledBuildTests : IDisposable
{
    const int Kills = 5, KilledBySystem = 137;
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task BuildKilledAtAnyStep_IsFinishedByTheNext_WithTheSameBytes()
    {
        GoldenClip.WriteTo(folder["source/a"], frames: 340);
        GoldenClip.WriteTo(folder["source/b"]);
        (DatasetResult result, int steps) = Program.Build(folder.Path);
        Assert.Empty(result.Failures);
        SortedDictionary<string, byte[]> undisturbed = TemporaryFolder.Content(result.Directory);

        for (int kill = 1; kill <= Kills; kill++)
        {
            Directory.Delete(folder["artifacts"], recursive: true);
            Program.Build(folder.Path, sharp: 7);

            Assert.Equal(KilledBySystem, await BuildAndKill(steps * kill / Kills));

            AssertCompleteOrAbsent(result.Directory);
            Assert.Equal(DatasetState.Built, Program.Build(folder.Path).Result.State);
            Assert.Equal(undisturbed, TemporaryFolder.Content(result.Directory));
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder["artifacts/store/drafts"]));
        }
    }

    public void Dispose() => folder.Dispose();

    static void AssertCompleteOrAbsent(string directory)
    {
        if (Manifest.Read(directory) is { } manifest)
            Assert.All(manifest.Files, file => Assert.Equal(Digest.OfFile(Path.Combine(directory, file.Path)), file.Sha256));
    }

    /// <summary>Starts this test program again, as a build that dies at a step.</summary>
    async Task<int> BuildAndKill(int step)
    {
        string[] arguments = ["exec", typeof(KilledBuildTests).Assembly.Location, Program.KilledBuild, folder.Path, step.ToString(CultureInfo.InvariantCulture)];
        using Process build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return build.ExitCode;
    }
}
