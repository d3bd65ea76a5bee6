using CsCheck;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Files of a build that are damaged in any way: the next build goes on, and ends with the same bytes or says what is wrong.</summary>
public sealed class HostileFoldersTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Theory]
    [InlineData("artifacts/datasets/set/manifest.json")]
    [InlineData("artifacts/datasets/set/manifest.unfinished.json")]
    public async Task DamagedManifest_IsBuiltOver_AndNothingOutsideIsTouched(string damagedFile)
    {
        await Build();
        SortedDictionary<string, byte[]> sound = TemporaryFolder.Content(folder["artifacts/datasets/set"]);
        folder.Write("outside.png", "mine");

        await HostileBytes.Damaged(sound["manifest.json"]).SampleAsync(async damaged =>
        {
            File.WriteAllBytes(folder[damagedFile], damaged);
            DatasetResult result = await Build();
            Assert.All(result.Failures, failure => Assert.Equal("SPIKE408", failure.Id));
            Assert.True(File.Exists(folder["outside.png"]));
            if (result.Failures.Count > 0) Directory.Delete(folder["artifacts/datasets/set"], recursive: true);
            if (result.State == DatasetState.Built) Assert.Equal(sound, TemporaryFolder.Content(result.Directory));
        }, iter: 20, threads: 1);
    }

    [Fact]
    public async Task DamagedClipInTheStore_IsRecordedAgain()
    {
        await Build();
        SortedDictionary<string, byte[]> sound = TemporaryFolder.Content(folder["artifacts/datasets/set"]);
        string description = Directory.EnumerateFiles(folder["artifacts/store"], "clip.json", SearchOption.AllDirectories).Single();
        byte[] whole = await File.ReadAllBytesAsync(description, TestContext.Current.CancellationToken);

        await HostileBytes.Damaged(whole).SampleAsync(async damaged =>
        {
            File.WriteAllBytes(description, damaged);
            Directory.Delete(folder["artifacts/datasets"], recursive: true);
            DatasetResult result = await Build();
            Assert.All(result.Failures, failure => Assert.Contains(failure.Id, (string[])["SPIKE407", "SPIKE408", "SPIKE409", "SPIKE411"]));
            Directory.CreateDirectory(folder["artifacts/datasets"]);
            File.WriteAllBytes(description, whole);
        }, iter: 20, threads: 1);
        Directory.Delete(folder["artifacts/datasets"], recursive: true);
        Assert.Equal(DatasetState.Built, (await Build()).State);
        Assert.Equal(sound, TemporaryFolder.Content(folder["artifacts/datasets/set"]));
    }

    [Fact]
    public async Task DamagedLock_IsReadOrNamed()
    {
        Pipeline recipe = Recipe();
        await Build();
        DatasetsLock.Empty.With("set", new DatasetBuilder(new(folder.Path, device)).Lock(recipe)).Write(folder["datasets.lock"]);
        byte[] whole = await File.ReadAllBytesAsync(folder["datasets.lock"], TestContext.Current.CancellationToken);

        await HostileBytes.Damaged(whole).SampleAsync(async damaged =>
        {
            File.WriteAllBytes(folder["datasets.lock"], damaged);
            try
            {
                var builder = new DatasetBuilder(new(folder.Path, device)) { Locked = DatasetsLock.Read(folder["datasets.lock"]) };
                DatasetResult result = await builder.BuildAsync(recipe);
                Assert.All(result.Failures, failure => Assert.Contains(failure.Id, (string[])["SPIKE417", "SPIKE418"]));
            }
            catch (SpikeDataException error)
            {
                Assert.Equal("SPIKE416", error.Id);
            }
        }, iter: 50, threads: 1);
    }

    [Fact]
    public void DamagedStatCache_IsForgottenOrRead()
    {
        StatCache.Write(folder["cache"], [new("/a/b.png", new(5, 7, 8, 9), new string('a', 64)), new("/a/c.png", new(6, 7, 8, 10), new string('b', 64))]);
        byte[] sound = File.ReadAllBytes(folder["cache"]);

        HostileBytes.Damaged(sound).Sample(damaged =>
        {
            File.WriteAllBytes(folder["cache"], damaged);
            Assert.InRange(StatCache.Read(folder["cache"]).Count, 0, 2);
        }, iter: 500, threads: 1);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    TestPipeline Recipe() => new("set", new SyntheticSource(6) { Folder = folder, Brightness = _ => 9 }, new Expose(3, 0), new SynthesizeBlur(), new Write());

    Task<DatasetResult> Build() => new DatasetBuilder(new(folder.Path, device)).BuildAsync(Recipe(), cancellation: CancellationToken.None);
}
