using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The gradient by 3x3 weights from that by <see cref="Winograd"/>'s products. A row of the grid is an input channel.</summary>
/// <param name="products">Product, input channel, output channel; they are used up.</param>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
public readonly struct FoldWeights(View<float> products, int inputs, int outputs, Accumulator weights) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long first = (long)row * outputs + column, next = (long)inputs * outputs;
        for (int i = 0; i < Winograd.Reach; i++)
        {
            long line = first + i * Winograd.Reach * next;
            var folded = Winograd.ToWeights(Lines.Load<TLane>(products, line, next));
            TLane.Store(products, line, folded.A);
            TLane.Store(products, line + next, folded.B);
            TLane.Store(products, line + 2 * next, folded.C);
        }

        for (int j = 0; j < 3; j++)
        {
            var folded = Winograd.ToWeights(Lines.Load<TLane>(products, first + j * next, Winograd.Reach * next));
            weights.Add(first + j * next, folded.A);
            weights.Add(first + (3 + j) * next, folded.B);
            weights.Add(first + (6 + j) * next, folded.C);
        }
    }
}
