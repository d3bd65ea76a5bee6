namespace SpikeData.Imaging;

/// <summary>
/// Walks what an HDF5 file says of itself before PureHDF does, which takes memory for every length before it looks whether the file is that long.
/// Walked are the headers of all objects, groups that are lists of symbols or of links, and indices of chunks that are trees of the first version:
/// all that h5py, MATLAB and the C library write unless they are asked for the latest format. Of that, heaps of links are refused, and of indices of
/// chunks only the lengths in the header are looked at.
/// </summary>
sealed class HdfCheck
{
    const int MostParts = 100_000;
    const byte LengthOfAddresses = 8;

    readonly HdfBytes bytes;
    readonly HashSet<ulong> seen = [];
    readonly Queue<ulong> objects = new();

    HdfCheck(HdfBytes bytes) => this.bytes = bytes;

    /// <summary>Walks a file and counts the chunks of all its data sets, unless the latest format has another index of them.</summary>
    /// <param name="file">The file, from its superblock on.</param>
    /// <returns>The number of chunks, and the filters that some of them did not go through.</returns>
    /// <exception cref="InvalidDataException">The file says of itself what cannot be.</exception>
    /// <exception cref="NotSupportedException">It has parts that are not read here.</exception>
    public static (long? Chunks, uint LeftOutFilters) Walk(Stream file)
    {
        HdfCheck check = new(new(file));
        return check.WalkFrom(check.ReadSuperblock());
    }

    /// <summary>Notes an object to be walked, or what is walked at once and only once.</summary>
    public bool IsNew(ulong address)
    {
        if (seen.Count >= MostParts) throw new InvalidDataException($"It has more than {MostParts} parts.");
        return seen.Add(address);
    }

    public void Note(ulong address)
    {
        if (IsNew(address)) objects.Enqueue(address);
    }

    (long? Chunks, uint LeftOutFilters) WalkFrom(ulong root)
    {
        HdfTree trees = new(bytes, this);
        HdfHeader headers = new(bytes, this, new(bytes, this, trees));
        Note(root);
        while (objects.TryDequeue(out ulong address)) headers.Walk(address);
        return (trees.Chunks, trees.LeftOutFilters);
    }

    ulong ReadSuperblock()
    {
        bytes.Go(HdfSuperblock.SignatureLength);
        byte version = bytes.Byte();
        if (version <= 1) bytes.Skip(4);
        if (bytes.Byte() != LengthOfAddresses || bytes.Byte() != LengthOfAddresses) throw new InvalidDataException($"Its addresses are not of {LengthOfAddresses} bytes.");
        bytes.Skip((version switch { 0 => 9, 1 => 13, _ => 1 }) + 8);
        bytes.Skip(version <= 1 ? 4 * 8 : 2 * 8);
        return bytes.Long();
    }
}
