namespace SpikeData.Compute.Tests;

/// <summary>Takes the exponential of every element.</summary>
public readonly struct Exponentiate(View<float> values, View<float> result, int columns) : IFloatKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int index = row * columns + column;
        TLane.Store(result, index, LaneMath.Exp(TLane.Load(values, index)));
    }
}
