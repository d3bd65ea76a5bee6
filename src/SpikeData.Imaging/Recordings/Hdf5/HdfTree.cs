namespace SpikeData.Imaging;

/// <summary>The trees of an HDF5 file that lead to the objects of a group and to the chunks of a data set.</summary>
sealed class HdfTree(HdfBytes bytes, HdfCheck check)
{
    const byte OfGroups = 0, OfChunks = 1;

    /// <summary>How many chunks the data sets have that were walked; nothing where one has an index that is not a tree.</summary>
    public long? Chunks { get; private set; } = 0;

    /// <summary>The filters, a bit for each, that some chunk did not go through.</summary>
    public uint LeftOutFilters { get; private set; }

    /// <summary>Walks a group whose names are in a heap and whose objects are at the leaves of a tree.</summary>
    public void WalkGroup(ulong tree, ulong heap)
    {
        bytes.Go(heap);
        bytes.Expect("HEAP"u8);
        bytes.Skip(4);
        (ulong length, _, ulong names) = (bytes.Long(), bytes.Long(), bytes.Long());
        bytes.Go(names, length);
        Walk(tree, null, OfGroups, 8, WalkSymbols);
    }

    /// <summary>Walks the chunks of a data set, which has one dimension less: the last is the length of its elements.</summary>
    public void WalkChunks(ulong tree, int dimensions)
    {
        if (tree != HdfBytes.Nowhere) Walk(tree, null, OfChunks, 8 + 8 * dimensions, null);
    }

    /// <summary>Indices of the latest format: of a single chunk its length is looked at, of a list of chunks their number.</summary>
    public void WalkOtherIndex()
    {
        Chunks = null;
        const byte single = 1, filtered = 2, list = 3;
        byte flags = bytes.Byte(), dimensions = bytes.Byte();
        bytes.Skip(dimensions * bytes.Byte());
        byte index = bytes.Byte();
        if (index == single && (flags & filtered) != 0)
        {
            (ulong length, _, ulong chunk) = (bytes.Long(), bytes.Int(), bytes.Long());
            bytes.Go(chunk, length);
        }

        if (index != list) return;
        bytes.Skip(1);
        ulong header = bytes.Long();
        if (header == HdfBytes.Nowhere) return;
        bytes.Go(header);
        bytes.Expect("FAHD"u8);
        bytes.Skip(4);
        (ulong chunks, ulong block) = (bytes.Long(), bytes.Long());
        if (block != HdfBytes.Nowhere) bytes.Go(block, chunks);
    }

    void Walk(ulong address, int? expected, byte kind, int lengthOfKey, Action? leaf)
    {
        if (!check.IsNew(address)) throw new InvalidDataException("A tree comes back to where it began.");
        bytes.Go(address);
        bytes.Expect("TREE"u8);
        if (bytes.Byte() != kind) throw new InvalidDataException("A tree is of the wrong kind.");
        byte level = bytes.Byte();
        if (level != (expected ?? level)) throw new InvalidDataException("A tree grows where its leaves should be.");
        List<(ulong? Length, ulong Address)> children = new(bytes.Short());
        bytes.Skip(2 * 8);
        for (int child = 0; child < children.Capacity; child++)
        {
            ulong? length = kind == OfChunks ? bytes.Int() : null;
            if (kind == OfChunks) LeftOutFilters |= bytes.Int();
            bytes.Skip(lengthOfKey - (kind == OfChunks ? 8 : 0));
            children.Add((length, bytes.Long()));
        }

        foreach ((ulong? length, ulong child) in children)
        {
            if (level > 0)
            {
                Walk(child, level - 1, kind, lengthOfKey, leaf);
                continue;
            }

            if (kind == OfChunks) Chunks++;
            bytes.Go(child, length);
            leaf?.Invoke();
        }
    }

    void WalkSymbols()
    {
        const int symbolicLink = 2;
        bytes.Expect("SNOD"u8);
        bytes.Skip(2);
        for (int left = bytes.Short(); left > 0; left--)
        {
            bytes.Skip(8);
            ulong header = bytes.Long();
            if (bytes.Int() == symbolicLink) throw new NotSupportedException(HdfMessage.Outside);
            check.Note(header);
            bytes.Skip(4 + 16);
        }
    }
}
