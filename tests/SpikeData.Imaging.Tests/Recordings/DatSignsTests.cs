using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

/// <summary>What the spikes of a .dat file say against how it is read.</summary>
public sealed class DatSignsTests : IDisposable
{
    const int Ticks = MovingPattern.Ticks, Height = MovingPattern.Height, Width = MovingPattern.Width;
    static readonly RecordingFacts Size = new() { Width = Width, Height = Height, Rows = RowOrder.TopDown };
    readonly RecordingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MostSignificantBitFirst_IsRefusedUnlessItIsStated()
    {
        string path = folder.Write("a.dat", Pack(MovingPattern.Spikes, Width, isMostFirst: true));
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(path, Size));
        Assert.Equal("SPIKE491", problem.Id);
        Assert.Contains("--bit-order msb", problem.Message, StringComparison.Ordinal);
        using (SpikeRecording recording = SpikeRecording.Open(path, Size with { Bits = BitOrder.MostFirst }))
            Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
        folder.Write("a.dat.yaml", "bit-order: big\n");
        using (SpikeRecording recording = SpikeRecording.Open(path, Size))
            Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LeastSignificantBitFirst_IsNotAskedAbout(int light)
    {
        string path = folder.Write("a.dat", Pack(MovingPattern.Draw(light), Width, isMostFirst: false));
        using SpikeRecording recording = SpikeRecording.OpenDoubted(path, Size, out ReadingDoubt? doubt);
        Assert.Null(doubt);
        Assert.Null(recording.Warning);
    }

    [Fact]
    public void HeaderColumns_AreLeftOutAfterTheBitsAreTurned()
    {
        const int stored = Width + 5;
        byte[] rows = [.. MovingPattern.Spikes.Chunk(Width).SelectMany(row => (byte[])[.. row, 1, 0, 1, 1, 0])];
        string path = folder.Write("a.dat", Pack(rows, stored, isMostFirst: true));
        using SpikeRecording recording = SpikeRecording.Open(path, Size with { Bits = BitOrder.MostFirst, HeaderColumns = HeaderColumns.Parse($"{Width}..{stored - 1}") });
        Assert.Equal(MovingPattern.Spikes, RecordingFolder.SpikesOf(recording));
    }

    [Fact]
    public void NumbersInPlaceOfBits_AreRefused()
    {
        folder.Write("bytes.dat", MovingPattern.Spikes);
        folder.Write("floats.dat", [.. MovingPattern.Spikes.SelectMany(spike => BitConverter.GetBytes((float)spike))]);
        Assert.Equal("SPIKE492", RecordingFolder.Refusal(folder["bytes.dat"], Size));
        Assert.Equal("SPIKE492", RecordingFolder.Refusal(folder["floats.dat"], Size));
        Assert.Equal("SPIKE492", RecordingFolder.Refusal(folder["bytes.dat"]));
    }

    [Fact]
    public void MoreSpikesThanCamerasGive_AreSaid()
    {
        string path = folder.Write("a.dat", Pack([.. MovingPattern.Spikes.Select(spike => (byte)(1 - spike))], Width, isMostFirst: false));
        using SpikeRecording recording = SpikeRecording.Open(path, Size);
        Assert.Contains("looks like a negative", recording.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("car_48x32.dat")]
    [InlineData("car_32x48.dat")]
    [InlineData("h32w48.dat")]
    [InlineData("W48_H32/a.dat")]
    public void SizeInAName_IsACandidate(string name)
    {
        string path = folder.Write(name, Pack(MovingPattern.Spikes, Width, isMostFirst: false));
        IReadOnlyList<SizeGuess> guesses = SizeGuess.Of(path);
        Assert.Equal((Width, Height, true), (guesses[0].Facts.Width, guesses[0].Facts.Height, guesses[0].IsNamed));
        Assert.True(SizeGuess.IsClear(guesses));
        Assert.Contains("as its name seems to say", Assert.Throws<SpikeDataException>(() => SpikeRecording.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IncompleteLastTick_DoesNotHideTheSize()
    {
        byte[] whole = Pack(MovingPattern.Spikes, Width, isMostFirst: false);
        string path = folder.Write("car_48x32.dat", whole.AsSpan(..^50));
        Assert.True(SizeGuess.IsClear(SizeGuess.Of(path)));
        using SpikeRecording recording = SpikeRecording.Open(path, Size);
        Assert.Equal(Ticks - 1, recording.Ticks);
    }

    [Fact]
    public void HeaderColumnsThatNobodyStated_AreNoticedByRowsThatDoNotAgree()
    {
        // 416 columns are stored for each 400: read without them, every row begins 16 columns further to the right.
        byte[] tick = [.. from row in Enumerable.Range(0, 250) from column in Enumerable.Range(0, 416) select column < 400 && (row / 25 + column / 25) % 2 == 0 ? (byte)1 : (byte)0];
        byte[] packed = Pack(tick, 416, isMostFirst: false, height: 250);
        string path = folder.Write("a.dat", [.. Enumerable.Repeat(packed, 25).SelectMany(frame => frame)]);
        using SpikeRecording recording = SpikeRecording.Open(path, new() { Width = 400, Height = 250 });
        Assert.Contains("--header-columns 400..415", recording.Warning, StringComparison.Ordinal);
    }

    /// <summary>Packs bits one by one, as numpy's packbits does with bitorder little or big.</summary>
    static byte[] Pack(byte[] spikes, int width, bool isMostFirst, int height = Height)
    {
        int pixels = width * height, frameBytes = (pixels + 7) / 8;
        byte[] packed = new byte[spikes.Length / pixels * frameBytes];
        for (int i = 0; i < spikes.Length; i++)
        {
            int pixel = i % pixels;
            packed[i / pixels * frameBytes + pixel / 8] |= (byte)(spikes[i] << (isMostFirst ? 7 - pixel % 8 : pixel % 8));
        }

        return packed;
    }
}
