namespace SpikeData.Compute.Tests;

/// <summary>Divides by the distance to a row, and so fails in that row.</summary>
public readonly struct DivideByRow(View<int> quotients, int badRow, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane> => TLane.Store(quotients, row * columns + column, TLane.Splat(1000 / (row - badRow)));
}
