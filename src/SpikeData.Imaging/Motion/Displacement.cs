using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>How far a point of the scene moves from one frame to the other, in one word: to the right in the low half, down in the high half, in 1/32 pixel.</summary>
static class Displacement
{
    /// <summary>The bits behind the binary point.</summary>
    public const int FractionBits = 5;

    /// <summary>One pixel.</summary>
    public const int Pixel = 1 << FractionBits;

    /// <summary>The farthest a point can move along an axis, almost 1024 pixels.</summary>
    public const int Most = short.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Pack<TLane>(TLane across, TLane down)
        where TLane : struct, IIntLane<TLane> => (across & TLane.Splat(0xffff)) | (down << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Across<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => (packed << 16) >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Down<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => packed >> 16;

    /// <summary>Keeps one part of a displacement within what a half word holds; symmetric, so that no direction differs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Limit<TLane>(TLane part)
        where TLane : struct, IIntLane<TLane> => Whole.Clamp(part, -Most, Most);
}
