using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Blue, green and red of a pixel, in whatever unit.</summary>
readonly struct Color<TLane>(TLane blue, TLane green, TLane red)
    where TLane : struct, IIntLane<TLane>
{
    public TLane Blue => blue;

    public TLane Green => green;

    public TLane Red => red;

    /// <summary>The three bytes of a packed pixel.</summary>
    public static Color<TLane> Of(TLane packed) => new(packed & TLane.Splat(255), (packed >> 8) & TLane.Splat(255), packed >> 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Color<TLane> operator +(Color<TLane> a, Color<TLane> b) => new(a.Blue + b.Blue, a.Green + b.Green, a.Red + b.Red);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Color<TLane> operator *(Color<TLane> a, TLane factor) => new(a.Blue * factor, a.Green * factor, a.Red * factor);
}
