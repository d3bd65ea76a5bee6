namespace SpikeData.Imaging.Tests;

/// <summary>Raw streams of the 1000x1000 camera: rows of 1024 bits, a mark after each 500 pixels.</summary>
public sealed class M1k40Tests : IDisposable
{
    const int Side = 1000, Ticks = 3, TickBytes = 128 * Side;

    readonly RecordingFolder folder = new();
    readonly byte[] pixels = new byte[Ticks * Side * Side];

    public M1k40Tests()
    {
        Random random = new(1);
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)(random.Next(4) == 0 ? 1 : 0);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(41_968)]
    public void StreamThatBeginsAnywhere_IsReadFromItsFirstWholeTick(int before)
    {
        byte[] stream = Stream();
        // What comes before the first whole tick is the end of another one.
        using SpikeRecording recording = SpikeRecording.Open(folder.Write("raw.dat", [.. stream[(TickBytes - before)..TickBytes], .. stream]));
        Assert.Equal((1000, 1000, Ticks, RowOrder.TopDown), (recording.Layout.Width, recording.Layout.Height, recording.Ticks, recording.Layout.Rows));
        Assert.Equal("500..511,1012..1023", recording.Facts.HeaderColumns!.ToString());
        Assert.Null(recording.Warning);
        for (int tick = 0; tick < Ticks; tick++) Assert.True(recording.Read(tick, 1).ToArray().Bytes.SequenceEqual(pixels.AsSpan(tick * Side * Side, Side * Side)), $"tick {tick}");
    }

    [Fact]
    public void StreamWithMarksAfterTheFirstHalvesAlone_LosesTheColumnsThatSpikeCvLeavesOut()
    {
        byte[] stream = Stream(markSecond: false);
        using SpikeRecording recording = SpikeRecording.Open(folder.Write("raw.dat", stream));
        Assert.Equal("500..511,1000..1011", recording.Facts.HeaderColumns!.ToString());
    }

    [Fact]
    public void StreamCutShort_IsReadToItsLastWholeTickWithAWarning()
    {
        using SpikeRecording recording = SpikeRecording.Open(folder.Write("raw.dat", Stream().AsSpan()[..^1000]), new() { Width = 1000, Height = 1000 });
        Assert.Equal(2, recording.Ticks);
        Assert.Contains("incomplete", recording.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void NoiseWithoutMarks_IsNoSuchStream()
    {
        byte[] noise = new byte[4 * TickBytes];
        new Random(2).NextBytes(noise);
        Assert.Equal("SPIKE450", RecordingFolder.Refusal(folder.Write("raw.dat", noise)));
        using SpikeRecording packed = SpikeRecording.Open(folder.Write("packed.dat", noise), new() { Width = 1000, Height = 1000 });
        Assert.Equal((4L * TickBytes / 125_000, RowOrder.BottomUp), (packed.Ticks, packed.Layout.Rows));
    }

    byte[] Stream(bool markSecond = true)
    {
        byte[] stream = new byte[Ticks * TickBytes], halfRow = new byte[512];
        for (int half = 0; half < Ticks * 2 * Side; half++)
        {
            pixels.AsSpan(half * 500, 500).CopyTo(halfRow);
            int line = 500 - half % 2000 / 4, mark = line << 4 | half % 4 << 14;
            for (int bit = 4; bit < 16; bit++) halfRow[496 + bit] = (byte)(markSecond || half % 2 == 0 ? mark >> bit & 1 : 0);
            for (int bit = 0; bit < 512; bit++) stream[half * 64 + bit / 8] |= (byte)(halfRow[bit] << bit % 8);
        }

        return stream;
    }
}
