namespace SpikeData.Compute.Tests;

/// <summary>Counts rows up to the largest integer, and so fails behind the last row.</summary>
/// <remarks>It does not divide by zero, since PoCL's driver swallows that signal for the whole process.</remarks>
public readonly struct OverflowBehindRow(View<int> counts, int lastRow, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane> => TLane.Store(counts, row * columns + column, TLane.Splat(checked(int.MaxValue - lastRow + row)));
}
