using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The slices of a data set of an HDF5 file, such as <c>raw_spike</c>.</summary>
sealed class HdfSlices : ArraySlices
{
    const long LargestChunk = 1 << 28;

    /// <summary>Deflate makes data at most 1032 times smaller; a damaged file that claims more would be read for hours.</summary>
    const int DensestPacking = 1032;

    readonly string path;
    readonly NativeFile file;
    readonly HdfStream stream;
    readonly NativeDataset dataset;
    readonly HdfChunks chunks;

    HdfSlices(string path, NativeFile file, HdfStream stream, NativeDataset dataset)
    {
        (this.path, this.file, this.stream, this.dataset) = (path, file, stream, dataset);
        chunks = new(dataset, stream);
    }

    /// <exception cref="SpikeDataException">SPIKE453: no data set has that name. SPIKE454: it holds no spikes. SPIKE455: the file is damaged.</exception>
    public static ArrayRecording Open(string path, RecordingFacts stated)
    {
        HdfStream stream = new(InputFile.Open(path));
        try
        {
            (long? chunks, uint leftOutFilters) = HdfCheck.Walk(stream);
            stream.Position = 0;
            stream.Count();
            HdfFilters.Register();
            NativeFile file = H5File.Open(stream);
            string name = HdfNames.Choose(file, stated.Array, path);
            HdfSlices slices = new(path, file, stream, (NativeDataset)file.Dataset(name));
            slices.RefuseImpossible(name, chunks);
            slices.RefuseLeftOut(name, leftOutFilters);
            return ArrayRecording.Of(path, RecordingFormat.Hdf5, slices.Describe(name), stated with { Array = name }, _ => slices);
        }
        catch (Exception problem)
        {
            stream.Dispose();
            throw problem is SpikeDataException known ? known : Damaged(path, problem);
        }
    }

    public override void Read(long first, int count, Span<byte> numbers)
    {
        ulong[] sides = dataset.Space.Dimensions, starts = new ulong[sides.Length];
        // What is in front of the first axis longer than 1 has the length 1, as that axis itself where all have.
        int along = Math.Max(0, Array.FindIndex(sides, side => side > 1));
        if (sides.Length - along < 3) along = sides.Length - 3;
        (starts[along], sides[along]) = ((ulong)first, (ulong)count);
        stream.Count();
        try
        {
            dataset.Read(new H5DatasetAccess(ChunkCache: chunks), numbers, new HyperslabSelection(sides.Length, starts, sides));
        }
        catch (Exception problem)
        {
            throw Damaged(path, problem);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
    }

    StoredArray Describe(string name)
    {
        IH5DataType type = dataset.Type;
        IH5DataType number = type.Class == H5DataTypeClass.Enumerated ? type.Enumeration.BaseType : type;
        ElementType element = (number.Class, number.Size) switch
        {
            (H5DataTypeClass.FixedPoint, 1) => number.FixedPoint.IsSigned ? ElementType.Int8 : ElementType.UInt8,
            (H5DataTypeClass.FixedPoint, 2) => number.FixedPoint.IsSigned ? ElementType.Int16 : ElementType.UInt16,
            (H5DataTypeClass.FixedPoint, 4) => number.FixedPoint.IsSigned ? ElementType.Int32 : ElementType.UInt32,
            (H5DataTypeClass.FixedPoint, 8) => number.FixedPoint.IsSigned ? ElementType.Int64 : ElementType.UInt64,
            (H5DataTypeClass.BitField, 1) => ElementType.UInt8,
            (H5DataTypeClass.FloatingPoint, 2) => ElementType.Float16,
            (H5DataTypeClass.FloatingPoint, 4) => ElementType.Float32,
            (H5DataTypeClass.FloatingPoint, 8) => ElementType.Float64,
            _ => throw new SpikeDataException("SPIKE454",
                $"The data set '{name}' holds {number.Class} values of {number.Size} bytes; whole numbers or floats of 1, 2, 4 or 8 bytes were expected. Name another with --array.") { File = path },
        };
        bool isMatlab = dataset.AttributeExists("MATLAB_class");
        ulong[] sides = dataset.Space.Dimensions;
        return new($"The data set '{name}'", element, IsBigEndian(element), [.. (isMatlab ? sides.Reverse() : sides).Select(side => (long)side)], isMatlab);
    }

    /// <summary>PureHDF does not say in which order the bytes of a number lie, but refuses to turn them around.</summary>
    bool IsBigEndian(ElementType type)
    {
        if (type.Size() == 1 || dataset.Space.Dimensions.Contains(0UL)) return false;
        ulong[] place = new ulong[dataset.Space.Dimensions.Length];
        HyperslabSelection first = new(place.Length, place, [.. place.Select(_ => 1UL)]);
        H5DatasetAccess access = new(ChunkCache: chunks);
        dataset.Read(access, new byte[type.Size()].AsSpan(), first);
        try
        {
            if (type.Size() == 2) dataset.Read(access, new ushort[1].AsSpan(), first);
            else if (type.Size() == 4) dataset.Read(access, new uint[1].AsSpan(), first);
            else dataset.Read(access, new ulong[1].AsSpan(), first);
            return false;
        }
        catch (Exception refused) when (refused.Message.Contains("Byte order", StringComparison.Ordinal))
        {
            return true;
        }
    }

    /// <summary>Refuses what no file of this size holds, and ticks that were never written: they would be read as dark.</summary>
    void RefuseImpossible(string name, long? chunksInFile)
    {
        ulong[] sides = dataset.Space.Dimensions;
        double most = (double)DensestPacking * new FileInfo(path).Length;
        if (sides.Aggregate((double)dataset.Type.Size, (bytes, side) => bytes * side) > most)
            throw Wrong($"The data set '{name}' is said to hold {string.Join(" x ", sides)} numbers, which no file of this size can. Copy or save the file again.");
        if (dataset.Layout is not { Class: H5DataLayoutClass.Chunked, Chunks: { } lengths }) return;
        if (lengths.Aggregate((double)dataset.Type.Size, (bytes, side) => bytes * side) > Math.Min(LargestChunk, most))
            throw Wrong($"The data set '{name}' is said to be stored in chunks of more than {LargestChunk >> 20} MiB, or than the file can hold. Store it again in smaller ones.");
        double expected = sides.Zip(lengths, (length, side) => Math.Ceiling((double)length / Math.Max(1, side))).Aggregate(1.0, (count, along) => count * along);
        if (expected > chunksInFile)
            throw Wrong($"The data set '{name}' is said to have {expected} chunks, and the file has no more than {chunksInFile}. It was cut short, or never written to its end: store again what there is.");
    }

    /// <summary>Where a later filter was left out of a chunk PureHDF leaves out the one before it, which only bytes do not mind being shuffled by.</summary>
    void RefuseLeftOut(string name, uint filters)
    {
        if (filters > 1 && dataset.Type.Size > 1)
            throw Wrong($"The data set '{name}' may have chunks that did not go through all of its filters, which is not read for numbers of {dataset.Type.Size} bytes. Store it again as bytes, or without filters.");
    }

    SpikeDataException Wrong(string what) => new("SPIKE455", what) { File = path };

    static SpikeDataException Damaged(string path, Exception problem)
    {
        string reason = problem.GetBaseException().Message;
        return new("SPIKE455", problem.GetBaseException() is NotSupportedException
            ? $"The HDF5 file is not read. {reason}"
            : $"The HDF5 file cannot be read: {(reason == problem.Message ? "" : $"{problem.Message} ")}{reason} It was cut short or damaged, or uses what is not known here. Copy it again, or store it without filters.", problem) { File = path };
    }
}
