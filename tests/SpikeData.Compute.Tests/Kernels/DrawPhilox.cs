namespace SpikeData.Compute.Tests;

/// <summary>Fills four planes with the random words of each place, whose index is the first word of the counter.</summary>
public readonly struct DrawPhilox(View<int> words, PhiloxKey key, int counter, int rows, int columns) : IExactKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int index = row * columns + column, plane = rows * columns;
        (TLane a, TLane b, TLane c, TLane d) = Philox.Draw(TLane.Ramp(index), TLane.Splat(counter), TLane.Splat(row), TLane.Splat(-counter), key);
        TLane.Store(words, index, a);
        TLane.Store(words, index + plane, b);
        TLane.Store(words, index + 2 * plane, c);
        TLane.Store(words, index + 3 * plane, d);
    }
}
