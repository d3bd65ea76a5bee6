using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>mean = b1 mean + (1 - b1) g, square = b2 square + (1 - b2) g^2, value = kept value - rate mean / (sqrt(square) / root + epsilon).</summary>
public readonly struct MoveByAdam(View<float> values, View<float> gradient, View<float> mean, View<float> square, AdamStep step) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane g = TLane.Load(gradient, column);
        TLane first = TLane.Load(mean, column) * TLane.Splat(step.MeanDecay) + g * TLane.Splat(step.MeanShare);
        TLane second = TLane.Load(square, column) * TLane.Splat(step.SquareDecay) + g * g * TLane.Splat(step.SquareShare);
        TLane.Store(mean, column, first);
        TLane.Store(square, column, second);
        TLane scale = TLane.Sqrt(second) / TLane.Splat(step.RootOfSquareBias) + TLane.Splat(step.Epsilon);
        TLane.Store(values, column, TLane.Load(values, column) * TLane.Splat(step.Kept) - TLane.Splat(step.Rate) * first / scale);
    }
}
