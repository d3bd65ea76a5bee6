using System.IO.Compression;
using PureHDF.Filters;

namespace SpikeData.Imaging;

/// <summary>What undoes the filters that chunks of an HDF5 file went through: ours where PureHDF's are wrong or missing, and a refusal by name for others.</summary>
/// <remarks>
/// PureHDF's Fletcher-32 filter returns a part of a buffer that is given to the next reader before it is read, its deflate knows no bound, and it reads scale-offset
/// by a rule of its own. Filters that make nothing smaller are left out of a chunk; PureHDF then leaves out another one, so that it is told here by the bytes.
/// </remarks>
static class HdfFilters
{
    const ushort DeflateId = 1, ShuffleId = 2, Fletcher32Id = 3, LzfId = 32000;

    static readonly (ushort Id, string Name)[] Refused =
    [
        (4, "szip"), (5, "n-bit"), (6, "scale-offset"), (307, "bzip2"), (32001, "blosc"), (32004, "lz4"), (32008, "bitshuffle"), (32013, "zfp"), (32015, "zstd"), (32026, "blosc2"),
    ];

    static readonly Lazy<bool> Registered = new(RegisterOnce);

    /// <summary>Registers the filters with PureHDF, once.</summary>
    public static void Register() => _ = Registered.Value;

    static bool RegisterOnce()
    {
        H5Filter.Register(new HdfFilter(DeflateId, "deflate", info => Inflate(info)));
        H5Filter.Register(new HdfFilter(ShuffleId, "shuffle", new ShuffleFilter().Filter));
        H5Filter.Register(new HdfFilter(Fletcher32Id, "fletcher32", info => Fletcher32.Check(info.Buffer.Span)));
        H5Filter.Register(new HdfFilter(LzfId, "lzf", info => Unpack(info)));
        foreach ((ushort id, string name) in Refused)
            H5Filter.Register(new HdfFilter(id, name, _ => throw new NotSupportedException(
                $"Its chunks went through the filter {name}; deflate (gzip), lzf, shuffle and fletcher32 are read. Store the data set again with one of these, or without filters.")));
        return true;
    }

    /// <summary>Deflated data begin with two bytes that zeros and ones never begin with; where they are missing the chunk was not deflated.</summary>
    static Memory<byte> Inflate(FilterInfo info)
    {
        ReadOnlySpan<byte> packed = info.Buffer.Span;
        bool isDeflated = packed.Length > 1 && (packed[0] & 0xF) == 8 && (packed[0] << 8 | packed[1]) % 31 == 0;
        if (!isDeflated && packed.Length == info.ChunkSize) return packed.ToArray();
        byte[] chunk = new byte[info.ChunkSize + sizeof(uint)];
        using ZLibStream stream = new(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        int length = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        return chunk.AsMemory(0, length);
    }

    static Memory<byte> Unpack(FilterInfo info)
    {
        byte[] chunk = new byte[info.ChunkSize + sizeof(uint)];
        int length = LzfDecoder.Decode(info.Buffer.Span, chunk);
        // Data that could not be made smaller are stored as they are; zeros and ones are never decoded to as many.
        if (length != info.ChunkSize && info.Buffer.Length == info.ChunkSize) return info.Buffer.ToArray();
        return length >= 0 ? chunk.AsMemory(0, length) : throw new InvalidDataException("The data packed with lzf are damaged.");
    }
}
