using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>Copies words: as little work as a kernel can do, so that memory sets the pace.</summary>
readonly struct CopyWords(View<int> source, View<int> target, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int index = row * columns + column;
        TLane.Store(target, index, TLane.Load(source, index));
    }
}
