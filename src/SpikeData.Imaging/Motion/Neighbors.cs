using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The brightness of a pixel and of the one to its right in one word, so that one gather fetches what lies between them.</summary>
static class Neighbors
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Pack<TLane>(TLane left, TLane right)
        where TLane : struct, IIntLane<TLane> => left | (right << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Left<TLane>(TLane pair)
        where TLane : struct, IIntLane<TLane> => pair & TLane.Splat(0xffff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Right<TLane>(TLane pair)
        where TLane : struct, IIntLane<TLane> => pair >>> 16;

    /// <summary>The brightness between them, times 32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Between<TLane>(TLane pair, TLane part)
        where TLane : struct, IIntLane<TLane> => Left(pair) * (TLane.Splat(Displacement.Pixel) - part) + Right(pair) * part;

    /// <summary>The brightness at a place, linear between the four pixels around it, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(View<int> pairs, Apron apron, TLane x, TLane y)
        where TLane : struct, IIntLane<TLane>
    {
        TLane fraction = TLane.Splat(Displacement.Pixel - 1), at = apron.Index(x, y), down = y & fraction;
        TLane above = Between(TLane.Gather(pairs, at), x & fraction), below = Between(TLane.Gather(pairs, at + TLane.Splat(apron.Stride)), x & fraction);
        return ((above << Displacement.FractionBits) + (below - above) * down + TLane.Splat(1 << 9)) >> 10;
    }
}
