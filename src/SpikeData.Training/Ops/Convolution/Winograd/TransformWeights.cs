using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Brings 3x3 weights into the form in which <see cref="Winograd"/> multiplies. A row of the grid is an input channel.</summary>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
/// <param name="products">Product, input channel, output channel.</param>
public readonly struct TransformWeights(View<float> weights, int inputs, int outputs, View<float> products) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long first = (long)row * outputs + column, tap = (long)inputs * outputs, next = Winograd.Pitch(inputs * outputs);
        for (int j = 0; j < 3; j++)
            Lines.Store(
                products, first + j * next, Winograd.Reach * next, Winograd.OfWeights(Lines.LoadThree<TLane>(weights, first + j * tap, 3 * tap)));
        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            Lines.Store(products, line, next, Winograd.OfWeights(Lines.LoadThree<TLane>(products, line, next)));
        }
    }
}
