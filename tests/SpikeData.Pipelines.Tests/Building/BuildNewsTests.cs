namespace SpikeData.Pipelines.Tests;

/// <summary>What the program tells the build that runs it, while data are built.</summary>
public sealed class BuildNewsTests : IDisposable
{
    readonly StringWriter output = new();
    readonly StoppedClock clock = new();

    string[] Lines => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => output.Dispose();

    [Fact]
    public void Clip_SaysItsShareAndWhatIsLeft()
    {
        BuildNews news = new(output, clock);
        news.Report(new("birds", "cockatoo", BuildPhase.Recording, 0, 100));
        clock.Pass(30);
        news.Report(new("birds", "cockatoo", BuildPhase.Recording, 1, 100));
        clock.Pass(10);
        news.Report(new("birds", "cockatoo", BuildPhase.Recording, 21, 100));

        // 20 of 100 frames took 10 s, so the other 79 take 39.5; the first one is no measure.
        Assert.Equal(["cockatoo, 0 %", "cockatoo, 1 %", "cockatoo, 21 %, 40 s left"], Lines.Select(line => line.Replace("@spikedata building birds: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void SeveralClips_SayTheShareOfAll()
    {
        BuildNews news = new(output, clock);
        news.Report(new("birds", "", BuildPhase.Recording, 0, 4));
        news.Report(new("birds", "one", BuildPhase.Recording, 0, 10));
        news.Report(new("birds", "one", BuildPhase.Finished, 1, 1));
        news.Report(new("birds", "", BuildPhase.Recording, 1, 4));
        clock.Pass(3600);
        news.Report(new("birds", "two", BuildPhase.Recording, 5, 10));

        // Half a clip took an hour; two and a half take five.
        Assert.Equal("@spikedata building birds: two, clip 2 of 4, 37 %, 5 h 0 min left", Lines[^1]);
    }

    [Fact]
    public void ManyReports_GiveALineASecond_AndANewDataSetOneAtOnce()
    {
        BuildNews news = new(output, clock);
        for (int file = 1; file <= 40; file++)
        {
            news.Report(new("birds", "cockatoo", BuildPhase.Scanning, file, 40));
            clock.Pass(0.1);
        }

        news.Report(new("cats", "", BuildPhase.Waiting, 0, null));
        Assert.Equal(4 + 1, Lines.Length);
        Assert.Equal("@spikedata building birds: reading sources, 2 %", Lines[0]);
        Assert.Equal("@spikedata building cats: waiting for another build", Lines[^1]);
    }

    [Fact]
    public void FinishedDataSet_NamesWhereToLook_AndWhatIsRemarkable()
    {
        BuildNews news = new(output, clock);
        DatasetResult built = new("birds", DatasetState.Built, Path.GetFullPath("nowhere"), 3, default, []) { Note = "too short for a sample: wren" };
        news.Finish(built);
        news.Finish(built with { State = DatasetState.Skipped, Note = "there is nothing yet" });
        news.Finish(built with { State = DatasetState.Failed });

        Assert.Equal(
            [$"@spikedata built birds: {Path.GetFullPath("nowhere")}{Path.DirectorySeparatorChar} (too short for a sample: wren)", "@spikedata built birds: skipped: there is nothing yet"], Lines);
    }

    /// <summary>Time that passes when the test says so.</summary>
    sealed class StoppedClock : TimeProvider
    {
        long now = 1;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => now;

        public void Pass(double seconds) => now += (long)Math.Round(1000 * seconds);
    }
}
