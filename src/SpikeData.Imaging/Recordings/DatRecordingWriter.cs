namespace SpikeData.Imaging;

/// <summary>Writes a .dat file, and a sidecar that says how to read it.</summary>
sealed class DatRecordingWriter(DraftFile draft, RecordingFacts facts) : SpikeRecordingWriter(draft, facts)
{
    readonly DraftFile sidecar = new(Sidecar.PathOf(draft.Path));
    readonly RecordingFacts facts = facts with { HeaderColumns = null };
    readonly string target = draft.Path;
    byte[] packed = [];

    private protected override bool TakesPacked => true;

    private protected override void WriteTick(byte[] spikes)
    {
        if (packed.Length == 0) packed = new byte[Layout.FrameBytes];
        if (Layout.Rows == RowOrder.BottomUp) RowOrders.Flip(spikes, Layout.Width);
        SpikeBits.TryPack(spikes, packed);
        Target.Write(packed);
    }

    private protected override void Finish()
    {
        sidecar.Stream.Write(System.Text.Encoding.UTF8.GetBytes(Sidecar.Write(facts with { Rows = Layout.Rows })));
        // The old sidecar may not speak of the new spikes, whatever happens between the two renames.
        File.Delete(Sidecar.PathOf(target));
    }

    private protected override void Published() => sidecar.Publish();

    protected override void Dispose(bool disposing)
    {
        if (disposing) sidecar.Dispose();
        base.Dispose(disposing);
    }
}
