using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Data sets of others: their manifests are checked before anything is done with them, and their links are not followed.</summary>
public sealed class ForeignManifestTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Theory]
    [InlineData("blur_data/a/000001.png", "../../../victim.tex", "leads out of the folder")]
    [InlineData("blur_data/a/000001.png", "/etc/passwd", "does not lie in the folder")]
    [InlineData("blur_data/a/000001.png", "manifest.json", "the program writes itself")]
    [InlineData("\"split\": \"\"", "\"split\": \"../../ESCAPED\"", "the split")]
    [InlineData("\"split\": \"\"", "\"split\": \"preview.png\"", "the program writes itself")]
    [InlineData("\"name\": \"a\"", "\"name\": \"aux\"", "means a device")]
    [InlineData("\"name\": \"a\"", "\"name\": null", "clips")]
    [InlineData("\"label\": \"000001\"", "\"label\": \"../1\"", "the label")]
    [InlineData("\"width\": 8", "\"width\": 2000000000", "the size of 'blur' cannot be")]
    [InlineData("\"width\": 8", "\"width\": 1e999", "the size of 'blur' cannot be")]
    [InlineData("\"width\": 8", "\"Width\": 8", "the size of 'blur' of the clip 'a' is not there")]
    [InlineData("\"width\": 8", "\"width\": 8, \"width\": 8", "")]
    [InlineData("\"exposure\": 0", "\"exposure\": -1", "below 0")]
    [InlineData("\"bytes\": ", "\"bytes\": -", "below 0")]
    [InlineData("\"clips\": [", "\"clips\": [null,", "a clip is null")]
    [InlineData("\"files\": [", "\"files\": [null,", "a file is null")]
    [InlineData("\"stages\": [", "\"stages\": [7,", "a stage has no name")]
    public async Task ManifestThatCannotBe_IsRefusedWithTheReason(string part, string instead, string reason)
    {
        string set = await Build();
        string path = Path.Combine(set, Manifest.FileName), text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(part, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(part, instead), TestContext.Current.CancellationToken);

        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => Manifest.Find(set));

        Assert.Equal(("SPIKE435", path), (problem.Id, problem.File));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Null(Manifest.Read(set));
        Assert.Equal("SPIKE435", Assert.Throws<SpikeDataException>(() => new StoreCare(new(folder.Path, device)).Verify([])).Id);
        Assert.Equal("SPIKE435", Assert.Throws<SpikeDataException>(() => new StoreCare(new(folder.Path, device)).RemoveUnused([], TimeSpan.Zero)).Id);
        Assert.Equal(DatasetState.Built, (await TryBuild("a")).State);
    }

    [Fact]
    public async Task NameInAnotherCase_IsAnotherName()
    {
        string set = await Build();
        string path = Path.Combine(set, Manifest.FileName), text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, text.Replace("\"clips\": [", "\"Clips\": [], \"clips\": ["), TestContext.Current.CancellationToken);

        Assert.Single(Manifest.ReadOwn(set).Clips);
    }

    [Fact]
    public async Task FileBehindALink_IsDamage_AndNeitherPackedNorRemoved()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making symbolic links takes rights that tests may not have.");
        string set = await Build();
        Directory.Move(Path.Combine(set, "blur_data/a"), folder["elsewhere"]);
        Directory.CreateSymbolicLink(Path.Combine(set, "blur_data/a"), folder["elsewhere"]);
        StoreCare care = new(new(folder.Path, device));

        IReadOnlyList<DamagedFile> damaged = care.Verify(["set"]);
        care.Remove(damaged);

        Assert.NotEmpty(damaged);
        Assert.All(damaged, file => Assert.Contains("lies behind the symbolic link", file.Problem, StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateFiles(folder["elsewhere"]));
        Assert.Equal("SPIKE419", Assert.Throws<SpikeDataException>(() => new ShardWriter(set, 2).Write(folder["shards"], cancellation: TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public async Task BuildBehindALink_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making symbolic links takes rights that tests may not have.");
        string set = await Build();
        Directory.Move(Path.Combine(set, "blur_data/a"), folder["elsewhere"]);
        Directory.CreateSymbolicLink(Path.Combine(set, "blur_data/a"), folder["elsewhere"]);
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder["elsewhere"]);

        DatasetResult result = await TryBuild("b");

        Assert.Equal("SPIKE408", Assert.Single(result.Failures).Id);
        Assert.Equal(before, TemporaryFolder.Content(folder["elsewhere"]));
    }

    [Theory]
    [InlineData("aux")]
    [InlineData("con.")]
    [InlineData("-n")]
    [InlineData("two\nlines")]
    public async Task ClipThatCannotBecomeAFile_IsRefused_AndMessagesStayOnOneLine(string name)
    {
        BuildFailure failure = Assert.Single((await TryBuild(name)).Failures);

        Assert.Equal("SPIKE436", failure.Id);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task LinkedLicense_IsNamedAndNotCopied()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making symbolic links takes rights that tests may not have.");
        folder.Write("key", "BEGIN PRIVATE KEY");
        File.CreateSymbolicLink(folder["LICENSE"], folder["key"]);

        string card = await File.ReadAllTextAsync(Path.Combine(await Build(), "README.md"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("PRIVATE", card, StringComparison.Ordinal);
        Assert.Contains("LICENSE:\n\n    (a symbolic link", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_CannotBecomeMarkup()
    {
        DatasetResult result = await TryBuild("a", "# Hi\n\n<script>x</script>");

        Assert.Contains("\n\\# Hi  \\<script\\>x\\</script\\>\n", await File.ReadAllTextAsync(Path.Combine(result.Directory, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    async Task<string> Build()
    {
        DatasetResult result = await TryBuild("a");
        Assert.Empty(result.Failures);
        return result.Directory;
    }

    Task<DatasetResult> TryBuild(string clip, string about = "") => new DatasetBuilder(new(folder.Path, device)).BuildAsync(
        new TestPipeline("set", new SyntheticSource(6) { Folder = folder, Brightness = _ => 9, Clips = [clip] }, new Expose(3, 0), new SynthesizeBlur(), new Write()) { About = about },
        cancellation: CancellationToken.None);
}
