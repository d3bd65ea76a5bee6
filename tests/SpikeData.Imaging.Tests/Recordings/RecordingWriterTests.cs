using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class RecordingWriterTests : IDisposable
{
    static readonly byte[] Spikes = RecordingFolder.GoldenSpikes.As<byte>().ToArray();
    readonly RecordingFolder folder = new();

    public static TheoryData<string> Formats => [.. SpikeRecordingWriter.Extensions.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void WhatWasWritten_IsReadBack(string extension)
    {
        Write("a" + extension);
        using SpikeRecording recording = SpikeRecording.Open(folder["a" + extension]);
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
        Assert.Null(recording.Warning);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EqualSpikes_GiveEqualFiles(string extension)
    {
        Write("a" + extension);
        Write("b" + extension, ticksPerBlock: 1);
        Assert.Equal(File.ReadAllBytes(folder["a" + extension]), File.ReadAllBytes(folder["b" + extension]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RecordingThatIsNotCompleted_LeavesNothingAndWhatWasThereBefore(string extension)
    {
        folder.Write("a" + extension, "before");
        using (SpikeRecordingWriter writer = SpikeRecordingWriter.Create(folder["a" + extension], Facts))
        {
            writer.Write(SpikeStream.Of(Spikes, new(6, 12)).Between(0, 3));
            Assert.Throws<InvalidOperationException>(writer.Complete);
        }

        Assert.Equal("before", File.ReadAllText(folder["a" + extension]));
        Assert.Single(Directory.GetFiles(folder[""]));
    }

    [Theory]
    [InlineData(RowOrder.BottomUp)]
    [InlineData(RowOrder.TopDown)]
    public void SidecarOfADat_SaysHowItsRowsLie(RowOrder rows)
    {
        Write("a.dat", rows: rows);
        Assert.Equal(SpikeStream.Of(Spikes, new(6, 12, rows)).Bytes, File.ReadAllBytes(folder["a.dat"]));
        Assert.Equal($"""
            # One bit per pixel, row after row, the first pixel in the least significant bit; a tick ends with a whole byte.
            width: 12
            height: 6
            ticks: 9
            row-order: {rows.Word()}
            ticks-per-second: 12.5
            simulator: "mine"
            seed: 4

            """, File.ReadAllText(folder["a.dat.yaml"]), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void RateSimulatorAndSeed_SurviveEveryFormat(string extension)
    {
        Write("a" + extension);
        using SpikeRecording recording = SpikeRecording.Open(folder["a" + extension]);
        Assert.Equal((12.5, "mine", 4L), (recording.Facts.TicksPerSecond, recording.Facts.Simulator, recording.Facts.Seed));
    }

    [Fact]
    public void ArrayOfWhichNothingMoreIsKnown_HasNoSidecar_NotEvenAnOldOne()
    {
        Write("a.npy");
        Assert.True(File.Exists(folder["a.npy.yaml"]));
        using (SpikeRecordingWriter writer = SpikeRecordingWriter.Create(folder["a.npy"], new() { Width = 12, Height = 6, Ticks = 9 }))
        {
            writer.Write(SpikeStream.Of(Spikes, new(6, 12)));
            writer.Complete();
        }

        Assert.False(File.Exists(folder["a.npy.yaml"]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void HeaderColumns_AreLeftOutOfEveryFormat(string extension)
    {
        byte[] stored = [.. Enumerable.Range(0, 2 * 3 * 7).Select(i => (byte)(i % 7 is 2 or 6 ? 1 : i % 2))];
        using (SpikeRecordingWriter writer = SpikeRecordingWriter.Create(folder["a" + extension], new() { Width = 7, Height = 3, Ticks = 2 }))
        {
            writer.Write(SpikeStream.Of(stored, new(3, 7)));
            writer.Complete();
        }

        File.Delete(folder["a.dat.yaml"]);
        using SpikeRecording recording = SpikeRecording.Open(folder["a" + extension], new() { Width = 5, Height = 3, HeaderColumns = HeaderColumns.Parse("2..2,6..6") });
        Assert.Equal((5, 3, 2L), (recording.Layout.Width, recording.Layout.Height, recording.Ticks));
        Assert.Equal(stored.Where((_, i) => i % 7 is not (2 or 6)), RecordingFolder.SpikesOf(recording));
    }

    [Fact]
    public void FolderForSpikeCv_SaysTheSizeOfAllItsRecordings()
    {
        SpikeCvConfig.Write(folder[""], 400, 250);
        SpikeCvConfig.Write(folder[""], 400, 250);
        Assert.Equal((400, 250), (SpikeCvConfig.Read(folder["config.yaml"]).Width, SpikeCvConfig.Read(folder["config.yaml"]).Height));
        Assert.Equal("SPIKE485", Assert.Throws<SpikeDataException>(() => SpikeCvConfig.Write(folder[""], 250, 400)).Id);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void FramesThatFillNoWholeByte_SurviveEveryFormat(string extension)
    {
        byte[] odd = [.. Enumerable.Range(0, 4 * 15).Select(i => (byte)(i * i % 3 == 1 ? 1 : 0))];
        using (SpikeRecordingWriter writer = SpikeRecordingWriter.Create(folder["odd" + extension], new() { Width = 5, Height = 3, Ticks = 4 }))
        {
            writer.Write(SpikeStream.Of(odd, new(3, 5, RowOrder.TopDown)));
            writer.Complete();
        }

        using SpikeRecording recording = SpikeRecording.Open(folder["odd" + extension]);
        Assert.Equal(odd, RecordingFolder.SpikesOf(recording));
    }

    [Fact]
    public void NameThatSaysNoFormat_IsRefused() =>
        Assert.Equal("SPIKE452", Assert.Throws<Compute.SpikeDataException>(() => SpikeRecordingWriter.Create(folder["a.txt"], Facts)).Id);

    static RecordingFacts Facts => new() { Width = 12, Height = 6, Ticks = 9, TicksPerSecond = 12.5, Simulator = "mine", Seed = 4 };

    void Write(string name, int ticksPerBlock = 4, RowOrder rows = RowOrder.BottomUp)
    {
        using SpikeRecording source = SpikeRecording.Open(Golden.Path("recordings/scflow.h5"));
        using SpikeRecordingWriter writer = SpikeRecordingWriter.Create(folder[name], Facts with { Rows = rows });
        foreach (SpikeStream block in source.Blocks(ticksPerBlock)) writer.Write(block);
        writer.Complete();
    }
}
