using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Mixes two frames byte by byte: ((n - k) left + k right) / n, rounded half up. Run over the rows and 3 x the columns.</summary>
/// <param name="left">The frame at time 0.</param>
/// <param name="right">The frame at time 1.</param>
/// <param name="target">The frame between them.</param>
/// <param name="columns">Bytes in a row.</param>
/// <param name="instant">When.</param>
public readonly struct CrossFade(View<byte> left, View<byte> right, View<byte> target, int columns, Instant instant) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane.Store(target, at, instant.Mean(TLane.Load(left, at), TLane.Load(right, at)));
    }
}
