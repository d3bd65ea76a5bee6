using PureHDF;
using PureHDF.Selections;

namespace SpikeData.Imaging;

/// <summary>Writes an HDF5 file with one data set of bytes 0 and 1, [ticks, height, width], the highest row first.</summary>
sealed class HdfRecordingWriter : SpikeRecordingWriter
{
    const string UsualName = "raw_spike";

    readonly H5Dataset<byte[]> dataset;
    readonly H5NativeWriter writer;
    bool open = true;
    ulong next;

    public HdfRecordingWriter(DraftFile draft, RecordingFacts facts)
        : base(draft, facts)
    {
        dataset = new(fileDims: [(ulong)Ticks, (ulong)Layout.Height, (ulong)Layout.Width]);
        writer = new H5File { [facts.Array ?? UsualName] = dataset }.BeginWrite(new Undisposed(Target));
    }

    private protected override RecordingFormat Format => RecordingFormat.Hdf5;

    private protected override void WriteTick(byte[] spikes)
    {
        ulong[] sides = [1, (ulong)Layout.Height, (ulong)Layout.Width];
        writer.Write(dataset, spikes, new HyperslabSelection(0, (ulong)spikes.Length), new HyperslabSelection(3, [next++, 0, 0], sides));
    }

    private protected override void Finish() => Close();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    void Close()
    {
        if (open) writer.Dispose();
        open = false;
    }
}
