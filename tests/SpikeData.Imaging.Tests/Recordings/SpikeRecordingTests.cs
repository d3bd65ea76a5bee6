namespace SpikeData.Imaging.Tests;

public sealed class SpikeRecordingTests : IDisposable
{
    const int Height = 6, Width = 12, Ticks = 9;
    static readonly byte[] Spikes = RecordingFolder.GoldenSpikes.As<byte>().ToArray();
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("spikes.npz", "spk")]
    [InlineData("scflow.h5", "raw_spike")]
    [InlineData("chunked.h5", "group/spikes")]
    [InlineData("latest.h5", "raw_spike")]
    [InlineData("looped.h5", "raw_spike")]
    public void FilesOfNumpyAndH5py_GiveTheirSpikes(string file, string array)
    {
        using SpikeRecording recording = SpikeRecording.Open(Golden.Path($"recordings/{file}"), new() { Array = array, TicksPerSecond = 40_000 });
        Assert.Equal((Height, Width, Ticks), (recording.Layout.Height, recording.Layout.Width, recording.Ticks));
        Assert.Equal(40_000, recording.Facts.TicksPerSecond);
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData("spikes.npz")]
    [InlineData("scflow.h5")]
    public void ArrayOfAUsualName_IsFoundByItself(string file)
    {
        using SpikeRecording recording = SpikeRecording.Open(Golden.Path($"recordings/{file}"));
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Fact]
    public void Ticks_CanBeReadInAnyOrder()
    {
        foreach (string file in new[] { "spikes.npz", "scflow.h5" })
        {
            using SpikeRecording recording = SpikeRecording.Open(Golden.Path($"recordings/{file}"));
            foreach (int first in new[] { 5, 0, 7, 7, 2 })
                Assert.Equal(Spikes.AsSpan(first * Height * Width, 2 * Height * Width), recording.Read(first, 2).ToArray().As<byte>());
        }
    }

    [Fact]
    public void NumbersOfAnyType_AreSpikesWhenTheyAreZeroOrOne()
    {
        folder.WriteNpy("float.npy", Array.ConvertAll(Spikes, spike => (float)spike), Ticks, Height, Width);
        folder.WriteNpy("long.npy", Array.ConvertAll(Spikes, spike => (long)spike), Ticks, Height, Width);
        folder.WriteNpy("bool.npy", Array.ConvertAll(Spikes, spike => spike != 0), Ticks, Height, Width);
        foreach (string name in new[] { "float.npy", "long.npy", "bool.npy" })
        {
            using SpikeRecording recording = SpikeRecording.Open(folder[name]);
            Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
        }
    }

    [Fact]
    public void RowsOfAnArray_AreTakenFromTheLowestWhereThatIsStated()
    {
        using SpikeRecording recording = SpikeRecording.Open(Golden.Path("recordings/scflow.h5"), new() { Rows = RowOrder.BottomUp });
        Assert.Equal(Spikes.AsSpan(0, Width), RecordingFolder.SpikesOf(recording).AsSpan((Height - 1) * Width, Width));
    }

    [Fact]
    public void SidecarSaysWhatTheDatCannot_AndWhatIsStatedWins()
    {
        SpikeStream stream = SpikeStream.Of(Spikes, new(Height, Width, RowOrder.TopDown));
        folder.Write("a.dat", stream.Bytes);
        folder.Write("a.dat.yaml", Sidecar.Write(new()
        {
            Width = Width, Height = Height, Rows = RowOrder.TopDown, Ticks = Ticks, TicksPerSecond = 20_000, Simulator = "a \"sensor\", of \\ mine", Seed = 3,
        }));
        using SpikeRecording recording = SpikeRecording.Open(folder["a.dat"]);
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
        Assert.Equal((20_000, "a 'sensor', of \\ mine", 3), (recording.Facts.TicksPerSecond, recording.Facts.Simulator, recording.Facts.Seed));
        Assert.Null(recording.Warning);
        using SpikeRecording flipped = SpikeRecording.Open(folder["a.dat"], new() { Rows = RowOrder.BottomUp });
        Assert.Equal(RowOrder.BottomUp, flipped.Layout.Rows);
    }

    [Fact]
    public void FewerTicksThanTheSidecarSays_AreReported()
    {
        SpikeStream stream = SpikeStream.Of(Spikes, new(Height, Width));
        folder.Write("a.dat", stream.Between(0, 4).Bytes);
        folder.Write("a.dat.yaml", $"width: {Width}\nheight: {Height}\nticks: {Ticks}\n");
        using SpikeRecording recording = SpikeRecording.Open(folder["a.dat"]);
        Assert.Contains("4 ticks were found where 9 had been written", recording.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfigOfSpikeCvInAFolderAbove_SaysTheSize()
    {
        folder.Write("set/config.yaml", $"# a data set\nfilename: 'input'\nspike_w: {Width}\nspike_h: {Height}\nlabeled_data_type: [3.1, 5]\n");
        folder.Write("set/input/train/a.dat", SpikeStream.Of(Spikes, new(Height, Width)).Bytes);
        using SpikeRecording recording = SpikeRecording.Open(folder["set/input/train/a.dat"]);
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData("12..15")]
    [InlineData("5..6,13..14")]
    [InlineData("0..2")]
    public void HeaderColumns_AreLeftOut(string columns)
    {
        HeaderColumns header = HeaderColumns.Parse(columns);
        int storedWidth = Width + header.Count;
        byte[] stored = new byte[Ticks * Height * storedWidth];
        HashSet<int> skipped = [.. columns.Split(',').SelectMany(part => Enumerable.Range(int.Parse(part.Split("..")[0]), int.Parse(part.Split("..")[1]) - int.Parse(part.Split("..")[0]) + 1))];
        for (int next = 0, place = 0; place < stored.Length; place++) stored[place] = skipped.Contains(place % storedWidth) ? (byte)(place & 1) : Spikes[next++];
        folder.Write("a.dat", SpikeStream.Of(stored, new(Height, storedWidth)).Bytes);

        using SpikeRecording recording = SpikeRecording.Open(folder["a.dat"], new() { Width = Width, Height = Height, HeaderColumns = header });
        Assert.Equal(Ticks, recording.Ticks);
        Assert.Equal(Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData("")]
    [InlineData("16")]
    [InlineData("415..400")]
    [InlineData("5..7,7..9")]
    public void HeaderColumnsThatDoNotRise_AreRefused(string text) =>
        Assert.Equal("SPIKE457", Assert.Throws<Compute.SpikeDataException>(() => HeaderColumns.Parse(text)).Id);

    [Fact]
    public void HeaderColumnsBeyondTheRow_AreRefused()
    {
        folder.Write("a.dat", new byte[100]);
        Assert.Equal("SPIKE457", RecordingFolder.Refusal(folder["a.dat"], new() { Width = 4, Height = 2, HeaderColumns = HeaderColumns.Parse("40..41") }));
    }
}
