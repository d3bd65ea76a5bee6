namespace SpikeData.Imaging;

/// <summary>Writes a .dat file: packed ticks and nothing else.</summary>
sealed class DatRecordingWriter(DraftFile draft, RecordingFacts facts) : SpikeRecordingWriter(draft, facts)
{
    byte[] packed = [];

    private protected override RecordingFormat Format => RecordingFormat.Dat;

    private protected override bool TakesPacked => true;

    private protected override void WriteTick(byte[] spikes)
    {
        if (packed.Length == 0) packed = new byte[Layout.FrameBytes];
        if (Layout.Rows == RowOrder.BottomUp) RowOrders.Flip(spikes, Layout.Width);
        SpikeBits.TryPack(spikes, packed);
        Target.Write(packed);
    }
}
