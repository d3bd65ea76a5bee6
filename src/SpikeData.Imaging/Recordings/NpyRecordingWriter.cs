namespace SpikeData.Imaging;

/// <summary>Writes an .npy file: bytes 0 and 1, [ticks, height, width], the highest row first.</summary>
sealed class NpyRecordingWriter : SpikeRecordingWriter
{
    public NpyRecordingWriter(DraftFile draft, RecordingFacts facts)
        : base(draft, facts) => HeaderOf(this).Write(Target);

    /// <summary>What stands before the spikes of an array.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE462: numpy's readers would not take as many ticks.</exception>
    internal static NpyHeader HeaderOf(SpikeRecordingWriter writer) => writer.Ticks <= int.MaxValue
        ? new(ElementType.UInt8, [(int)writer.Ticks, writer.Layout.Height, writer.Layout.Width])
        : throw new Compute.SpikeDataException("SPIKE462", $"{writer.Ticks} ticks are more than an array is given here; cut the recording with --ticks, or keep it as .dat.");

    private protected override RecordingFormat Format => RecordingFormat.Npy;

    private protected override void WriteTick(byte[] spikes) => Target.Write(spikes);
}
