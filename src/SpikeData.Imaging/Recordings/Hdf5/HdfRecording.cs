using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A recording in an HDF5 file: a data set [ticks, height, width] of bytes 0 and 1, such as <c>raw_spike</c>.</summary>
sealed class HdfRecording : SpikeRecording
{
    const int BytesAtOnce = 1 << 24;
    const long LargestChunk = 1 << 28;

    /// <summary>Deflate makes data at most 1032 times smaller; a damaged file that claims more would be read for hours.</summary>
    const int DensestPacking = 1032;

    readonly NativeFile file;
    readonly HdfStream stream;
    readonly NativeDataset dataset;
    readonly byte[] spikes;

    HdfRecording(string path, NativeFile file, HdfStream stream, NativeDataset dataset, SpikeLayout layout, long ticks, RecordingFacts facts)
        : base(path, layout, ticks, facts)
    {
        (this.file, this.stream, this.dataset) = (file, stream, dataset);
        spikes = new byte[layout.Pixels * Math.Clamp(BytesAtOnce / layout.Pixels, 1, (int)Math.Min(ticks, int.MaxValue))];
    }

    public override RecordingFormat Format => RecordingFormat.Hdf5;

    /// <exception cref="SpikeDataException">SPIKE453: no data set has that name. SPIKE454: it holds no spikes. SPIKE455: the file is damaged.</exception>
    public static HdfRecording OpenFile(string path, RecordingFacts stated)
    {
        HdfStream stream = new(InputFile.Open(path));
        try
        {
            long? chunks = HdfCheck.Walk(stream);
            stream.Position = 0;
            stream.Count();
            NativeFile file = H5File.Open(stream);
            string name = HdfNames.Choose(file, stated.Array, path);
            HdfRecording recording = Open(path, file, stream, (NativeDataset)file.Dataset(name), stated with { Array = name });
            recording.ExpectChunks(chunks);
            return recording;
        }
        catch (Exception problem)
        {
            stream.Dispose();
            throw problem switch
            {
                SpikeDataException known => known,
                NotSupportedException => new SpikeDataException("SPIKE455", $"The HDF5 file is not read. {problem.Message}", problem) { File = path },
                _ => Damaged(path, problem),
            };
        }
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        int most = spikes.Length / Layout.Pixels;
        for (int done = 0; done < ticks; done += most)
        {
            int count = Math.Min(most, ticks - done);
            Load(first + done, count);
            for (int tick = 0; tick < count; tick++)
            {
                ReadOnlySpan<byte> frame = spikes.AsSpan(tick * Layout.Pixels, Layout.Pixels);
                if (!SpikeBits.TryPack(frame, packed.Slice((done + tick) * Layout.FrameBytes, Layout.FrameBytes)))
                    throw SpikeElements.NoSpikes(first + done + tick, Path);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
    }

    static HdfRecording Open(string path, NativeFile file, HdfStream stream, NativeDataset dataset, RecordingFacts stated)
    {
        ulong[] sides = dataset.Space.Dimensions;
        if (sides is not [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue, > 0 and <= int.MaxValue] || dataset.Type.Size != 1)
            throw new SpikeDataException("SPIKE454",
                $"The data set '{stated.Array}' is [{string.Join(", ", sides)}] of {dataset.Type.Size} bytes each; [ticks, height, width] of one byte was expected. Name another with --array.") { File = path };
        SpikeLayout layout = stated.LayoutOfArray(path, (int)sides[1], (int)sides[2]);
        double most = (double)DensestPacking * new FileInfo(path).Length;
        if ((double)sides[0] * sides[1] * sides[2] > most)
            throw new SpikeDataException("SPIKE455", $"The data set '{stated.Array}' is said to hold {string.Join(" x ", sides)} bytes, which no file of this size can. Copy or save the file again.") { File = path };
        if (dataset.Layout is { Class: H5DataLayoutClass.Chunked } layoutInFile && layoutInFile.Chunks.Aggregate(1.0, (bytes, side) => bytes * side) > Math.Min(LargestChunk, most))
            throw new SpikeDataException("SPIKE455", $"The data set '{stated.Array}' is said to be stored in chunks of more than {LargestChunk >> 20} MiB, or than the file can hold. Store it again in smaller ones.") { File = path };
        return new(path, file, stream, dataset, layout, (long)sides[0], stated);
    }

    /// <summary>Ticks that were never written would be read as dark.</summary>
    void ExpectChunks(long? most)
    {
        if (dataset.Layout is not { Class: H5DataLayoutClass.Chunked, Chunks: { } sides } || most is null) return;
        double expected = dataset.Space.Dimensions.Zip(sides, (length, side) => Math.Ceiling((double)length / Math.Max(1, side))).Aggregate(1.0, (count, along) => count * along);
        if (expected > most)
            throw new SpikeDataException("SPIKE455", $"The data set '{Facts.Array}' is said to have {expected} chunks, and the file has no more than {most}. It was cut short, or never written to its end: store again what there is.") { File = Path };
    }

    void Load(long first, int ticks)
    {
        HyperslabSelection selection = new(3, [(ulong)first, 0, 0], [(ulong)ticks, (ulong)Layout.Height, (ulong)Layout.Width]);
        stream.Count();
        try
        {
            dataset.Read<byte>(spikes.AsSpan(0, ticks * Layout.Pixels), selection);
        }
        catch (Exception problem)
        {
            throw Damaged(Path, problem);
        }
    }

    static SpikeDataException Damaged(string path, Exception problem) => new("SPIKE455",
        $"The HDF5 file cannot be read: {problem.Message} It was cut short or damaged, or uses what is not known here. Copy it again, or store it without filters.", problem) { File = path };
}
