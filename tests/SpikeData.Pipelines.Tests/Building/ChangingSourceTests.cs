using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A source that changes after its digest was taken: the clip is refused, and the store never holds other bytes than its keys say.</summary>
public sealed class ChangingSourceTests : IDisposable
{
    const int Frames = 12;
    static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public ChangingSourceTests()
    {
        foreach (string clip in (string[])["a", "b"])
        foreach (int frame in Enumerable.Range(0, Frames)) WriteFrame(clip, frame, (byte)(frame * 9));
        folder.Write("weights.bin", "first");
        File.SetLastWriteTimeUtc(folder["weights.bin"], LongAgo);
    }

    /// <summary>A frame is replaced as an unfinished copy does it, and as rsync does, which keeps size and time; the right one comes back before the build ends, or after.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task FrameThatChangesWhileTheClipIsRead_IsNamed_AndTheNextBuildIsRight(bool isReplacedByRename, bool isRestoredAtOnce)
    {
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content((await Build("truth")).Directory);
        DatasetResult failed = await Build("poisoned", Replace);

        BuildFailure failure = Assert.Single(failed.Failures);
        Assert.Equal("SPIKE402", failure.Id);
        Assert.Contains($"Clip 'a': {FrameOf("a", 9)} changed while it was read", failure.Message, StringComparison.Ordinal);
        Assert.Single(new ClipStore(folder["poisoned/store"]).Keys());
        WriteFrame("a", 9, 81);
        DatasetResult mended = await Build("poisoned");
        Assert.Equal(DatasetState.Built, mended.State);
        Assert.Equal(truth, TemporaryFolder.Content(mended.Directory));

        void Replace(string clip, int frame)
        {
            if (clip != "a") return;
            if (frame == 0) Change(200);
            if (frame == Frames - 1 && isRestoredAtOnce) Change(81);
        }

        void Change(byte gray)
        {
            if (!isReplacedByRename)
            {
                GoldenClip.Write(FrameOf("a", 9), gray);
                return;
            }

            GoldenClip.Write(folder["incoming.png"], gray);
            File.SetLastWriteTimeUtc(folder["incoming.png"], LongAgo);
            File.Move(folder["incoming.png"], FrameOf("a", 9), overwrite: true);
        }
    }

    [Fact]
    public async Task FileThatAStageNames_IsWatchedToo()
    {
        DatasetResult failed = await Build("set", (clip, frame) =>
        {
            if ((clip, frame) == ("b", 3)) folder.Write("weights.bin", "other");
        });

        Assert.Contains(failed.Failures, failure => failure.Id == "SPIKE402" && failure.Message.Contains("weights.bin changed", StringComparison.Ordinal));
        Assert.DoesNotContain(failed.Failures, failure => failure.Id != "SPIKE402");
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    string FrameOf(string clip, int frame) => folder[$"source/{clip}/{frame:000000}.png"];

    /// <summary>Pictures of even gray have the same size, whatever the gray is.</summary>
    void WriteFrame(string clip, int frame, byte gray)
    {
        GoldenClip.Write(FrameOf(clip, frame), gray);
        File.SetLastWriteTimeUtc(FrameOf(clip, frame), LongAgo);
    }

    Task<DatasetResult> Build(string artifacts, Action<string, int>? onFrame = null)
    {
        var workspace = new Workspace(folder.Path, device) { Jobs = 1, StoreDirectory = folder[$"{artifacts}/store"], OutputDirectory = folder[$"{artifacts}/datasets"] };
        return new DatasetBuilder(workspace).BuildAsync(new TestPipeline(
            "set",
            new Decode(SourcePattern.Parse("source/{clip}/*.png")),
            new Watch("weights.bin") { OnFrame = onFrame ?? ((_, _) => { }) },
            new Expose(3, 0), new SynthesizeBlur(), new Write()), cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Passes frames on, and tells somebody of each before it is pulled.</summary>
    [Stage("watch")]
    sealed record Watch([property: FileInKey] string File) : IStage<Clip, Clip>
    {
        public required Action<string, int> OnFrame { get; init; }

        public Clip Apply(Clip input) => input.With(Pull(input));

        IEnumerable<Imaging.Frame> Pull(Clip clip)
        {
            OnFrame(clip.Name, 0);
            foreach ((int index, Imaging.Frame frame) in clip.Frames.Index())
            {
                if (index > 0) OnFrame(clip.Name, index);
                yield return frame;
            }
        }
    }
}
