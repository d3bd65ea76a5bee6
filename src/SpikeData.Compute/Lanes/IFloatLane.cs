namespace SpikeData.Compute;

/// <summary>A run of neighboring 32-bit floats that are computed together: one on a GPU thread, up to sixteen in a CPU register.</summary>
/// <remarks>
/// A mask is a lane that only <see cref="Select"/> consumes. An index is 64 bits wide so that the JIT folds constant offsets into
/// addresses; 32-bit indices cost two instructions each, which halved the speed of a convolution.
/// </remarks>
public interface IFloatLane<TLane>
    where TLane : struct, IFloatLane<TLane>
{
    /// <summary>How many floats the lane holds.</summary>
    static abstract int Width { get; }

    /// <summary>The same value everywhere.</summary>
    static abstract TLane Splat(float value);

    /// <summary>The element at <paramref name="index"/> everywhere.</summary>
    static abstract TLane Splat(View<float> view, long index);

    /// <summary><c>first, first + 1, first + 2, ...</c> as floats.</summary>
    static abstract TLane Ramp(int first);

    /// <summary>The element at <paramref name="index"/> by itself: what says where all lanes look next must be the same for all of them.</summary>
    static abstract float Read(View<float> view, long index);

    /// <summary>What a view shows from <paramref name="index"/> on: a loop over several such views moves them all with one index.</summary>
    static abstract View<float> From(View<float> view, long index);

    /// <summary>Neighbors starting at <paramref name="index"/>.</summary>
    static abstract TLane Load(View<float> view, long index);

    /// <summary>One element per lane at <c>start + index</c>, where <paramref name="index"/> holds whole numbers below 2^24.</summary>
    static abstract TLane Gather(View<float> view, int start, TLane index);

    /// <summary>Writes neighbors starting at <paramref name="index"/>.</summary>
    static abstract void Store(View<float> view, long index, TLane value);

    static abstract TLane operator +(TLane a, TLane b);

    static abstract TLane operator -(TLane a, TLane b);

    static abstract TLane operator *(TLane a, TLane b);

    static abstract TLane operator /(TLane a, TLane b);

    /// <summary><c>a * b + c</c> in one rounding.</summary>
    static abstract TLane MultiplyAdd(TLane a, TLane b, TLane c);

    /// <summary><c>a &lt; b ? a : b</c>, hence <paramref name="b"/> where either is not a number.</summary>
    static abstract TLane Min(TLane a, TLane b);

    /// <summary><c>a &gt; b ? a : b</c>, hence <paramref name="b"/> where either is not a number.</summary>
    static abstract TLane Max(TLane a, TLane b);

    static abstract TLane Floor(TLane a);

    static abstract TLane Sqrt(TLane a);

    /// <summary><c>2^exponent</c>, exactly, for whole exponents -126 .. 127.</summary>
    static abstract TLane PowerOfTwo(TLane exponent);

    /// <summary>All-ones where <c>a &lt; b</c>.</summary>
    static abstract TLane LessThan(TLane a, TLane b);

    /// <summary><paramref name="yes"/> where the mask is set, <paramref name="no"/> elsewhere.</summary>
    static abstract TLane Select(TLane mask, TLane yes, TLane no);
}
