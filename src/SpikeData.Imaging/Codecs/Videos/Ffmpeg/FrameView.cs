namespace SpikeData.Imaging;

/// <summary>An AVFrame of FFmpeg 7.1: one decoded picture.</summary>
readonly unsafe struct FrameView(nint frame)
{
    public nint Pointer => frame;

    public int Width => Int(104);

    public int Height => Int(108);

    public int PixelFormat => Int(116);

    /// <summary>The word of ours that its packet carried.</summary>
    public nint Opaque => *(nint*)(frame + 168);

    public bool IsCorrupt => (Int(292) & 1) != 0 || Int(344) != 0;

    public bool IsInterlaced => (Int(292) & 8) != 0;

    public ColorTags Colors => new(Int(308), Int(296), Int(304), Int(312));

    /// <summary>The start of a plane.</summary>
    public nint Plane(int index) => *(nint*)(frame + (8 * index));

    /// <summary>Bytes from one row of a plane to the next; negative where rows lie bottom-up.</summary>
    public int Stride(int index) => Int(64 + (4 * index));

    int Int(int offset) => *(int*)(frame + offset);
}
