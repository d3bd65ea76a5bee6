using SpikeData.Compute;

namespace SpikeDataProject;

/// <summary>Keeps a share of the light of every pixel. Whole numbers only: the same bytes on every machine, and on a GPU.</summary>
/// <param name="bright">The frame, [rows, width].</param>
/// <param name="dimmed">The result.</param>
/// <param name="width">Bytes in a row.</param>
/// <param name="kept">What is kept, of 256.</param>
public readonly struct TakeLight(View<byte> bright, View<byte> dimmed, int width, int kept) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * width + column;
        TLane.Store(dimmed, at, TLane.Load(bright, at) * TLane.Splat(kept) >> 8);
    }
}
