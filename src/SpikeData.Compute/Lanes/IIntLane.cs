namespace SpikeData.Compute;

/// <summary>A run of neighboring 32-bit integers that are computed together: one on a GPU thread, up to sixteen in a CPU register.</summary>
/// <remarks>Arithmetic wraps. A mask is a lane of zeros and all-ones that only <see cref="Select"/> and the bit operators consume.</remarks>
public interface IIntLane<TLane>
    where TLane : struct, IIntLane<TLane>
{
    /// <summary>How many integers the lane holds.</summary>
    static abstract int Width { get; }

    /// <summary>The same value everywhere.</summary>
    static abstract TLane Splat(int value);

    /// <summary><c>first, first + 1, first + 2, ...</c></summary>
    static abstract TLane Ramp(int first);

    /// <summary>Neighbors starting at <paramref name="index"/>.</summary>
    static abstract TLane Load(View<int> view, int index);

    /// <summary>Neighboring bytes starting at <paramref name="index"/>, zero-extended.</summary>
    static abstract TLane Load(View<byte> view, int index);

    /// <summary>One element per lane, wherever <paramref name="index"/> says.</summary>
    static abstract TLane Gather(View<int> view, TLane index);

    /// <summary>One byte per lane, zero-extended, wherever <paramref name="index"/> says.</summary>
    static abstract TLane Gather(View<byte> view, TLane index);

    /// <summary>Three bytes per lane as one number, the first one lowest, wherever <paramref name="index"/> says: the colors of a pixel.</summary>
    static abstract TLane GatherThree(View<byte> view, TLane index);

    /// <summary>Writes neighbors starting at <paramref name="index"/>.</summary>
    static abstract void Store(View<int> view, int index, TLane value);

    /// <summary>Writes the low byte of each neighbor starting at <paramref name="index"/>.</summary>
    static abstract void Store(View<byte> view, int index, TLane value);

    static abstract TLane operator +(TLane a, TLane b);

    static abstract TLane operator -(TLane a, TLane b);

    static abstract TLane operator *(TLane a, TLane b);

    static abstract TLane operator &(TLane a, TLane b);

    static abstract TLane operator |(TLane a, TLane b);

    static abstract TLane operator ^(TLane a, TLane b);

    /// <summary>Shifts left by 0 .. 31 places.</summary>
    static abstract TLane operator <<(TLane a, int bits);

    /// <summary>Shifts right by 0 .. 31 places and keeps the sign.</summary>
    static abstract TLane operator >>(TLane a, int bits);

    /// <summary>Shifts right by 0 .. 31 places and fills with zeros.</summary>
    static abstract TLane operator >>>(TLane a, int bits);

    /// <summary>The upper 32 bits of the 64-bit product of two unsigned values.</summary>
    static abstract TLane MultiplyHigh(TLane a, TLane b);

    static abstract TLane Min(TLane a, TLane b);

    static abstract TLane Max(TLane a, TLane b);

    /// <summary>All-ones where <c>a &lt; b</c>, signed.</summary>
    static abstract TLane LessThan(TLane a, TLane b);

    /// <summary>All-ones where <c>a == b</c>.</summary>
    static abstract TLane Equal(TLane a, TLane b);

    /// <summary><paramref name="yes"/> where the mask is set, <paramref name="no"/> elsewhere.</summary>
    static abstract TLane Select(TLane mask, TLane yes, TLane no);
}
