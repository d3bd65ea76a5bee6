using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Lays out weights for one phase of the adjoint convolution: taps reversed, a stride apart, output channels before input channels.</summary>
/// <param name="weights">Tap row, tap column, input channel, output channel.</param>
/// <param name="shape">Output channels, input channels, tap rows, tap columns.</param>
/// <param name="result">Tap row, tap column, output channel, input channel.</param>
public readonly struct TransposeWeights(View<float> weights, Shape shape, TapRange rows, TapRange columns, View<float> result) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int outputs = shape.Batch, inputs = shape.Channels;
        int tap = row / outputs, output = row - tap * outputs;
        int tapRow = tap / columns.Count, tapColumn = tap - tapRow * columns.Count;
        int source = (rows.Reversed(tapRow) * shape.Width + columns.Reversed(tapColumn)) * inputs * outputs + output;
        TLane.Store(result, (long)row * inputs + column, TLane.Gather(weights, source, TLane.Ramp(column) * TLane.Splat((float)outputs)));
    }
}
