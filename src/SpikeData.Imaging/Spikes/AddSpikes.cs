using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Adds given spikes to those of a tick: a pixel fires when either says so.</summary>
/// <param name="given">Spikes as bytes 0 and 1.</param>
/// <param name="spikes">The spikes of the tick, 0 or 1.</param>
/// <param name="columns">Pixels in a row.</param>
public readonly struct AddSpikes(View<byte> given, View<byte> spikes, int columns) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane.Store(spikes, at, TLane.Load(spikes, at) | (TLane.Load(given, at) & TLane.Splat(1)));
    }
}
