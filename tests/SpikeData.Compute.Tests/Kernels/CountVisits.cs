namespace SpikeData.Compute.Tests;

/// <summary>Adds one to every place it is called for.</summary>
public readonly struct CountVisits(View<int> counts, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int index = row * columns + column;
        TLane.Store(counts, index, TLane.Load(counts, index) + TLane.Splat(1));
    }
}
