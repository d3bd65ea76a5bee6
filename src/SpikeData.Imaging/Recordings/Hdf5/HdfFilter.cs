using PureHDF.Filters;

namespace SpikeData.Imaging;

/// <summary>A filter that is undone when a chunk of an HDF5 file is read. Nothing is written with it.</summary>
sealed class HdfFilter(ushort id, string name, Func<FilterInfo, Memory<byte>> undo) : IH5Filter
{
    /// <summary>How many filters were undone on this thread.</summary>
    [ThreadStatic]
    static int undone;

    /// <inheritdoc cref="undone"/>
    public static int Undone => undone;

    public ushort FilterId => id;

    public string Name => name;

    public Memory<byte> Filter(FilterInfo info)
    {
        undone++;
        return undo(info);
    }

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) => throw new NotSupportedException();
}
