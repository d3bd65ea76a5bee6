using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The average of all numbers of a tensor.</summary>
public static class Average
{
    /// <summary>One number: the mean of all.</summary>
    public static Tensor Mean(this Tensor x)
    {
        Tape tape = x.Tape;
        Tensor y = tape.New(Shape.Scalar, x.NeedsGradient);
        int length = x.Shape.Length, parts = (length + SumSlots.PerPart - 1) / SumSlots.PerPart;
        Buffer<float> sums = tape.Rent(parts * SumSlots.Slots);
        tape.Run(new SumSlots(x.Values, length, 1f / length, sums.View), parts, SumSlots.Slots);
        tape.Run(new SumParts(sums.View, parts * SumSlots.Slots, 1, new(y.Values)), 1, 1);
        tape.Return(sums);
        return tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new Spread(Y.Gradient, 1f / X.Shape.Length, X.Share()), 1, X.Shape.Length);
    }
}

/// <summary>Adds up every 64th number of a part: 64 sums per part, whatever the lane width, times a factor.</summary>
public readonly struct SumSlots(View<float> x, int length, float factor, View<float> sums) : IFloatKernel
{
    public const int Slots = 64, PerPart = Slots * 256;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane sum = TLane.Splat(0f);
        int end = Math.Min(length, (row + 1) * PerPart);
        for (int i = row * PerPart + column; i < end; i += Slots)
        {
            TLane values = TLane.Load(x, i);
            if (end - i < TLane.Width) values = TLane.Select(TLane.LessThan(TLane.Ramp(0), TLane.Splat((float)(end - i))), values, TLane.Splat(0f));
            sum += values;
        }

        TLane.Store(sums, row * Slots + column, sum * TLane.Splat(factor));
    }
}

/// <summary>dx = factor dy, where dy is one number.</summary>
public readonly struct Spread(View<float> dy, float factor, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => dx.Add(column, TLane.Splat(dy, 0) * TLane.Splat(factor));
}
