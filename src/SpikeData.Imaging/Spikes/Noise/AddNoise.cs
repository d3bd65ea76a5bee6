using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Adds the noise spikes of one tick: a pixel fires when light or noise makes it.</summary>
/// <param name="noise">Eight ticks of noise per pixel, one bit each.</param>
/// <param name="spikes">The spikes of the tick, 0 or 1.</param>
/// <param name="columns">Pixels in a row.</param>
/// <param name="bit">Which of the eight ticks it is.</param>
public readonly struct AddNoise(View<byte> noise, View<byte> spikes, int columns, int bit) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane.Store(spikes, at, TLane.Load(spikes, at) | ((TLane.Load(noise, at) >>> bit) & TLane.Splat(1)));
    }
}
