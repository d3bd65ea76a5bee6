using System.Diagnostics;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Disks that are full or may not be written, and sources that cannot be read: said clearly, nothing half-written, other clips built.</summary>
public sealed class TroubledDiskTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    /// <summary>A short clip, and a long one: 2 and 20 samples.</summary>
    public TroubledDiskTests()
    {
        GoldenClip.WriteTo(folder["source/a"], frames: 4);
        GoldenClip.WriteTo(folder["source/b"], frames: 40);
    }

    [Fact]
    public async Task StoreOnAFullDisk_KeepsTheClipsThatFit_AndNoPartOfOthers()
    {
        using var disk = SmallDisk.Mount(96);
        DatasetResult failed = await Build(store: disk["store"]);

        BuildFailure failure = Assert.Single(failed.Failures);
        Assert.Equal("SPIKE406", failure.Id);
        Assert.StartsWith("Clip 'b': The disk is full: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("as it was (1 of 2 clips are built and kept)", failed.Summary(folder.Path), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk["store/drafts"]));
        Assert.False(Directory.Exists(failed.Directory));
        disk.Remount("size=4m");
        Assert.Equal((DatasetState.Built, 22), await StateOf(Build(store: disk["store"])));
    }

    [Fact]
    public async Task DataSetOnAFullDisk_IsSaidToBeIncomplete_AndCompletedByTheNextBuild()
    {
        using var disk = SmallDisk.Mount(64);
        DatasetResult failed = await Build(output: disk["datasets"]), again = await Build(output: disk["datasets"]);

        Assert.All((DatasetResult[])[failed, again], result => Assert.Equal("SPIKE406", Assert.Single(result.Failures).Id));
        Assert.Contains("is incomplete until it is built again", failed.Summary(folder.Path), StringComparison.Ordinal);
        Assert.Null(Manifest.Read(failed.Directory));
        Assert.DoesNotContain(TemporaryFolder.Content(failed.Directory).Keys, path => path.EndsWith(".draft", StringComparison.Ordinal));
        disk.Remount("size=4m");
        Assert.Equal((DatasetState.Built, 22), await StateOf(Build(output: disk["datasets"])));
        Assert.Equal(TemporaryFolder.Content((await Build()).Directory), TemporaryFolder.Content(failed.Directory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DiskThatMayNotBeWritten_IsNamed(bool isOfTheStore)
    {
        using var disk = SmallDisk.Mount(4096);
        disk.Remount("ro");
        BuildFailure failure = Assert.Single((await (isOfTheStore ? Build(store: disk["store"]) : Build(output: disk["datasets"]))).Failures);

        Assert.Equal("SPIKE407", failure.Id);
        Assert.StartsWith(disk[isOfTheStore ? "store" : "datasets"], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatMayNotBeWritten_IsNamed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions of folders do not bind this process.");
        Directory.CreateDirectory(folder["closed"]);
#pragma warning disable CA1416 // Skipped above.
        File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        BuildFailure failure = Assert.Single((await Build(output: folder["closed/datasets"])).Failures);
        File.SetUnixFileMode(folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
#pragma warning restore CA1416

        Assert.Equal("SPIKE407", failure.Id);
        Assert.StartsWith(folder["closed/datasets"], failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The limit is a signal, too, which would end the process in the middle of everything.</summary>
    [Fact]
    public async Task LimitOnTheSizeOfFiles_IsMetLikeAFullDisk()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such limits.");
        Program.WriteSource(folder.Path);
        string[] arguments = ["-c", "ulimit -f 1; exec dotnet exec \"$0\" \"$1\" \"$2\"", typeof(TroubledDiskTests).Assembly.Location, Program.OneBuild, folder.Path];
        ProcessStartInfo start = new("/bin/sh", arguments) { RedirectStandardOutput = true };
        // The runtime keeps compiled code in a file that would meet the limit first.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process build = Process.Start(start)!;
        string said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(build.ExitCode, 1, 2);
        Assert.Contains("error SPIKE407: ", said, StringComparison.Ordinal);
        Assert.Contains("a limit on the size of files is reached", said, StringComparison.Ordinal);
        DatasetResult built = Program.Build(folder.Path, folder["runs/0"]);
        Assert.Empty(built.Failures);
        Assert.Equal(TemporaryFolder.Content(Program.Build(folder.Path, folder["undisturbed"]).Directory), TemporaryFolder.Content(built.Directory));
    }

    [Fact]
    public async Task UnreadableFrame_IsNamed_AndOtherClipsAreBuilt()
    {
        string frame = Directory.EnumerateFiles(folder["source/b"]).Order(StringComparer.Ordinal).ElementAt(7);
        byte[] sound = await File.ReadAllBytesAsync(frame, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(frame, sound[..(sound.Length / 2)], TestContext.Current.CancellationToken);
        DatasetResult failed = await Build();

        BuildFailure failure = Assert.Single(failed.Failures);
        Assert.Equal("SPIKE443", failure.Id);
        Assert.StartsWith($"Clip 'b': '{frame}' ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 clips are built and kept", failed.Summary(folder.Path), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(frame, sound, TestContext.Current.CancellationToken);
        Assert.Equal((DatasetState.Built, 22), await StateOf(Build()));
    }

    [Fact]
    public async Task ClipThatEndsEarly_IsNamed_AndOtherClipsAreBuilt()
    {
        DatasetResult failed = await Build(frames: new(0, 19));

        BuildFailure failure = Assert.Single(failed.Failures);
        Assert.Equal("SPIKE412", failure.Id);
        Assert.StartsWith("Clip 'a': The clip has 4 frames", failure.Message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 clips are built and kept", failed.Summary(folder.Path), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static async Task<(DatasetState State, int Samples)> StateOf(Task<DatasetResult> build) => (await build) is var result ? (result.State, result.Samples) : default;

    Task<DatasetResult> Build(string? store = null, string? output = null, FrameRange frames = default)
    {
        var workspace = new Workspace(folder.Path, device) { Jobs = 1, StoreDirectory = store ?? folder["store"], OutputDirectory = output ?? folder["datasets"] };
        return new DatasetBuilder(workspace).BuildAsync(new TestPipeline(
            "set", new Decode(SourcePattern.Parse("source/{clip}/*.png"), frames), new Expose(2, 0), new SynthesizeBlur(), new Write()), cancellation: TestContext.Current.CancellationToken);
    }
}
