namespace SpikeData.Imaging;

/// <summary>An AVPacket of FFmpeg 7.1: one coded frame, as a rule.</summary>
readonly unsafe struct PacketView(nint packet)
{
    public nint Pointer => packet;

    /// <summary>When it is shown, in units of the stream's time base.</summary>
    public long Shown => *(long*)(packet + 8);

    /// <summary>When it is decoded.</summary>
    public long Decoded => *(long*)(packet + 16);

    public ReadOnlySpan<byte> Bytes => new(*(void**)(packet + 24), *(int*)(packet + 32));

    public int Stream => *(int*)(packet + 36);

    public bool IsKey => (Flags & 1) != 0;

    public bool IsCorrupt => (Flags & 2) != 0;

    /// <summary>Whether it is decoded for the sake of others only.</summary>
    public bool IsDiscarded => (Flags & 4) != 0;

    /// <summary>A word of ours that decoders hand on to the frame.</summary>
    public nint Opaque
    {
        set => *(nint*)(packet + 80) = value;
    }

    int Flags => *(int*)(packet + 40);
}
