using PureHDF.VOL.Native;

namespace SpikeData.Imaging;

/// <summary>The chunks of a data set that were read last, and the names of those that cannot be read.</summary>
sealed class HdfChunks(NativeDataset dataset, HdfStream stream) : IReadingChunkCache
{

    readonly SimpleReadingChunkCache last = new();

    public Memory<byte> GetChunk(ulong chunkIndex, Func<Memory<byte>> chunkReader) => last.GetChunk(chunkIndex, () => Read(chunkIndex, chunkReader));

    Memory<byte> Read(ulong index, Func<Memory<byte>> reader)
    {
        Memory<byte> chunk;
        int undone = HdfFilter.Undone;
        stream.LastRead = 0;
        try
        {
            chunk = reader();
        }
        catch (Exception problem) when (problem.GetBaseException() is not NotSupportedException)
        {
            throw new InvalidDataException($"The chunk at [{string.Join(", ", StartOf(index))}]: {problem.GetBaseException().Message}");
        }

        long expected = dataset.Layout.Chunks!.Aggregate((long)dataset.Type.Size, (bytes, side) => bytes * (long)side);
        // A chunk that was never written is not looked for in the file, and would be read as dark.
        if (HdfFilter.Undone == undone && stream.LastRead != expected) throw new InvalidDataException($"The chunk at [{string.Join(", ", StartOf(index))}] was never written.");
        return chunk.Length == expected
            ? chunk
            : throw new InvalidDataException($"The chunk at [{string.Join(", ", StartOf(index))}] holds {chunk.Length} bytes where {expected} were expected.");
    }

    /// <summary>The place of the first number of a chunk. Chunks are counted along the last axis first.</summary>
    ulong[] StartOf(ulong index)
    {
        ulong[] sides = dataset.Space.Dimensions, lengths = [.. dataset.Layout.Chunks!.Select(side => (ulong)side)], start = new ulong[sides.Length];
        for (int axis = sides.Length - 1; axis >= 0; axis--)
        {
            ulong along = (sides[axis] + lengths[axis] - 1) / lengths[axis];
            start[axis] = index % along * lengths[axis];
            index /= along;
        }

        return start;
    }
}
