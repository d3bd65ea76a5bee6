namespace SpikeData.Imaging;

/// <summary>A message in the header of an object of an HDF5 file. Those that say how long something in them is are looked at.</summary>
sealed class HdfMessage(HdfBytes bytes, HdfCheck check, HdfTree trees)
{
    const int Links = 2, Type = 3, OldFillValue = 4, FillValue = 5, Link = 6, ExternalFiles = 7, Layout = 8, Attribute = 12, SymbolTable = 17;
    /// <summary>What is said of links by name, to other files, and of data sets that others hold the data of. They may lead anywhere, and to themselves.</summary>
    public const string Outside = "It has links by name or to other files, or a data set put together from others; only data sets that the file itself holds are read. Store the spikes again as one, without links.";


    /// <summary>Walks the message that begins where the bytes are, up to their end.</summary>
    public void Walk(int type, bool isShared)
    {
        if (isShared && type is not (Link or Layout or SymbolTable)) WalkShared();
        else if (type == Links) WalkLinks();
        else if (type == Type) WalkType();
        else if (type == OldFillValue) bytes.Fit(bytes.Int(), "A value");
        else if (type == FillValue) WalkFillValue();
        else if (type == Link) WalkLink();
        else if (type == ExternalFiles) throw new NotSupportedException(Outside);
        else if (type == Layout) WalkLayout();
        else if (type == Attribute) WalkAttribute();
        else if (type == SymbolTable) trees.WalkGroup(bytes.Long(), bytes.Long());
    }

    /// <summary>A message that is kept in the header of another object.</summary>
    void WalkShared()
    {
        byte version = bytes.Byte();
        bytes.Skip(version == 1 ? 7 : 1);
        check.Note(bytes.Long());
    }

    /// <summary>Many links of one group are kept elsewhere, sorted by their names.</summary>
    void WalkLinks()
    {
        const byte ordered = 1;
        bytes.Skip(1);
        bytes.Skip((bytes.Byte() & ordered) != 0 ? 8 : 0);
        if ((bytes.Long() & bytes.Long()) != HdfBytes.Nowhere)
            throw new NotSupportedException("It has a group of so many objects that the latest format keeps their names in a heap, which is not read here. Store it again with fewer, or in the format that h5py writes when no libver is given.");
    }

    /// <summary>Names for numbers, such as true and false, come with as many numbers, each as long as the type says.</summary>
    void WalkType()
    {
        const int names = 8;
        if ((bytes.Byte() & 0xF) != names) return;
        bytes.Skip(3);
        bytes.Fit(bytes.Int(), "A number");
    }

    void WalkFillValue()
    {
        if (bytes.Byte() == 3)
        {
            if ((bytes.Byte() & 0x30) == 0x20) bytes.Fit(bytes.Int(), "A value");
            return;
        }

        bytes.Skip(2);
        if (bytes.Byte() == 1) bytes.Fit(bytes.Int(), "A value");
    }

    void WalkLink()
    {
        const byte hard = 0;
        bytes.Skip(1);
        byte flags = bytes.Byte(), kind = (flags & 8) != 0 ? bytes.Byte() : hard;
        bytes.Skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
        ulong name = bytes.Number(flags & 3);
        bytes.Fit(name, "A name");
        bytes.Skip((long)name);
        if (kind == hard) check.Note(bytes.Long());
        else throw new NotSupportedException(Outside);
    }

    void WalkLayout()
    {
        const byte compact = 0, chunked = 2, withinOthers = 3;
        byte version = bytes.Byte();
        byte dimensions = version <= 2 ? bytes.Byte() : (byte)0;
        byte kind = bytes.Byte();
        if (kind == withinOthers) throw new NotSupportedException(Outside);
        if (version <= 2)
        {
            bytes.Skip(5);
            ulong tree = kind == compact ? HdfBytes.Nowhere : bytes.Long();
            bytes.Skip(dimensions * 4);
            if (kind == compact) bytes.Fit(bytes.Int(), "A data set");
            if (kind == chunked) trees.WalkChunks(tree, dimensions);
        }
        else if (kind == compact) bytes.Fit(bytes.Short(), "A data set");
        else if (kind == chunked && version == 3)
        {
            dimensions = bytes.Byte();
            trees.WalkChunks(bytes.Long(), dimensions);
        }
        else if (kind == chunked) trees.WalkOtherIndex();
    }

    /// <summary>The value of an attribute is as long as its shape and type say; both are in the message.</summary>
    void WalkAttribute()
    {
        const byte sharesTypeOrShape = 3, empty = 2;
        byte version = bytes.Byte(), flags = bytes.Byte();
        int name = bytes.Short(), type = bytes.Short(), shape = bytes.Short();
        if (version == 3) bytes.Skip(1);
        if (version > 1 && (flags & sharesTypeOrShape) != 0) throw new InvalidDataException("An attribute shares its type with another, which is not known here.");
        bytes.Skip(Padded(name));
        long end = bytes.Left - Padded(type);
        bytes.Skip(4);
        double length = bytes.Int();
        bytes.Skip(bytes.Left - end);
        end -= Padded(shape);
        byte versionOfShape = bytes.Byte(), dimensions = bytes.Byte();
        bytes.Skip(1);
        if (bytes.Byte() == empty && versionOfShape > 1) return;
        bytes.Skip(versionOfShape == 1 ? 4 : 0);
        for (int dimension = 0; dimension < dimensions; dimension++) length *= bytes.Long();
        if (length > Math.Max(0, end)) throw new InvalidDataException($"An attribute of {length} bytes is said to be where {end} are left.");

        int Padded(int count) => version == 1 ? (count + 7) & ~7 : count;
    }
}
