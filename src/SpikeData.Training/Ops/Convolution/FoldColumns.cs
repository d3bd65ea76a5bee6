using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Adds the gradients of repeated columns to that of the border pixel they repeat.</summary>
/// <param name="padded">With <paramref name="left"/> and <paramref name="right"/> more columns than the result.</param>
/// <param name="shape">The result's shape.</param>
public readonly struct FoldColumns(View<float> padded, Shape shape, int left, int right, Accumulator result) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, x = row - line * shape.Width;
        int first = x == 0 ? 0 : x + left, last = x == shape.Width - 1 ? x + left + right : x + left;
        long at = ((long)line * (shape.Width + left + right) + first) * shape.Channels + column;
        TLane sum = TLane.Load(padded, at);
        for (int i = first; i < last; i++) sum += TLane.Load(padded, at += shape.Channels);
        result.Add((long)row * shape.Channels + column, sum);
    }
}
