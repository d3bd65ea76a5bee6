namespace SpikeData.Imaging;

/// <summary>Writes an .npz file with one array, stored and not compressed: equal spikes give equal files.</summary>
sealed class NpzRecordingWriter : SpikeRecordingWriter
{
    readonly StoredZip zip;

    public NpzRecordingWriter(DraftFile draft, RecordingFacts facts)
        : base(draft, facts)
    {
        using MemoryStream header = new();
        NpyHeader array = NpyRecordingWriter.HeaderOf(this);
        array.Write(header);
        zip = new(Target);
        zip.Begin((facts.Array ?? SpikeArchive.UsualNames[0]) + ".npy", header.Length + array.ByteLength);
        zip.Write(header.ToArray());
    }

    private protected override RecordingFormat Format => RecordingFormat.Npz;

    private protected override void WriteTick(byte[] spikes) => zip.Write(spikes);

    private protected override void Finish()
    {
        zip.End();
        zip.Finish();
    }
}
