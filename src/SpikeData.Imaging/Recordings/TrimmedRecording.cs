using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>An array of spikes whose rows hold header columns besides the pixels, without those columns.</summary>
sealed class TrimmedRecording : SpikeRecording
{
    readonly SpikeRecording whole;
    readonly StoredColumns columns;

    TrimmedRecording(SpikeRecording whole, SpikeLayout layout, HeaderColumns columns)
        : base(whole.Path, layout, whole.Ticks, whole.Facts) => (this.whole, this.columns) = (whole, new(layout, columns));

    public override RecordingFormat Format => whole.Format;

    public override string? Warning => whole.Warning;

    /// <param name="whole">The recording; it is closed with this one, or when it has no such columns.</param>
    /// <param name="columns">The columns that are no pixels.</param>
    /// <exception cref="SpikeDataException">SPIKE457: the rows are not that long. SPIKE470: nothing would be left.</exception>
    public static TrimmedRecording Of(SpikeRecording whole, HeaderColumns columns)
    {
        try
        {
            return new(whole, new(whole.Layout.Height, whole.Layout.Width - columns.Count, whole.Layout.Rows), columns);
        }
        catch (SpikeDataException problem)
        {
            whole.Dispose();
            throw new SpikeDataException(problem.Id, problem.Message, problem) { File = whole.Path };
        }
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        SpikeStream stored = whole.Read(first, ticks);
        for (int tick = 0; tick < ticks; tick++)
            columns.LeaveOut(stored.Frame(tick), packed.Slice(tick * Layout.FrameBytes, Layout.FrameBytes));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) whole.Dispose();
    }
}
