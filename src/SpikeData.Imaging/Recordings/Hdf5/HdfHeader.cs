namespace SpikeData.Imaging;

/// <summary>The header of an object of an HDF5 file: messages in one part of the file, and in the parts that these point to.</summary>
sealed class HdfHeader(HdfBytes bytes, HdfCheck check, HdfMessage message)
{
    const byte TracksOrder = 1 << 2, StoresPhases = 1 << 4, StoresTimes = 1 << 5;
    const byte Continuation = 0x10;
    const ulong LengthOfChecksum = 4;

    readonly Queue<(ulong Address, ulong Length)> parts = new();
    int lengthOfHead;

    public void Walk(ulong address)
    {
        bytes.Go(address);
        bool first = bytes.Byte() == 1;
        bytes.Go(address);
        if (first) BeginFirstVersion();
        else BeginSecondVersion();
        WalkMessages();
        while (parts.TryDequeue(out (ulong Address, ulong Length) part))
        {
            if (!check.IsNew(part.Address)) throw new InvalidDataException("A header goes on where it has been.");
            bytes.Go(part.Address, first ? part.Length : part.Length - Math.Min(part.Length, LengthOfChecksum));
            if (!first) bytes.Expect("OCHK"u8);
            WalkMessages();
        }
    }

    void BeginFirstVersion()
    {
        bytes.Skip(8);
        ulong length = bytes.Int();
        bytes.Skip(4);
        (lengthOfHead, ulong start) = (8, (ulong)bytes.Position);
        bytes.Go(start, length);
    }

    void BeginSecondVersion()
    {
        bytes.Expect("OHDR"u8);
        bytes.Skip(1);
        byte flags = bytes.Byte();
        bytes.Skip(((flags & StoresTimes) != 0 ? 16 : 0) + ((flags & StoresPhases) != 0 ? 4 : 0));
        ulong length = bytes.Number(flags & 3);
        (lengthOfHead, ulong start) = ((flags & TracksOrder) != 0 ? 6 : 4, (ulong)bytes.Position);
        bytes.Go(start, length);
    }

    /// <summary>Walks the messages of one part. Less than the head of a message at the end is a gap.</summary>
    void WalkMessages()
    {
        List<(int Type, bool IsShared, ulong Start, ulong Length)> messages = [];
        while (bytes.Left > (lengthOfHead == 8 ? 0 : lengthOfHead))
        {
            int type = lengthOfHead == 8 ? bytes.Short() : bytes.Byte();
            ushort length = bytes.Short();
            bool isShared = (bytes.Byte() & 2) != 0;
            bytes.Skip(lengthOfHead == 8 ? 3 : lengthOfHead - 4);
            messages.Add((type, isShared, (ulong)bytes.Position, length));
            bytes.Skip(length);
        }

        foreach ((int type, bool isShared, ulong start, ulong length) in messages)
        {
            bytes.Go(start, length);
            if (type == Continuation) parts.Enqueue((bytes.Long(), bytes.Long()));
            else message.Walk(type, isShared);
        }
    }
}
