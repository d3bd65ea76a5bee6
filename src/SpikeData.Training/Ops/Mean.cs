using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The mean of all numbers, as one number.</summary>
    public Tensor Mean()
    {
        Tensor y = Tape.New(Shape.Scalar, NeedsGradient);
        int length = Shape.Length, parts = (length + SumSlots.PerPart - 1) / SumSlots.PerPart;
        Buffer<float> sums = Tape.Rent(parts * SumSlots.Slots);
        Tape.Run(new SumSlots(Values, length, sums.View), parts, SumSlots.Slots);
        y.RunNumbers(new MeanOfSums(sums.View, parts * SumSlots.Slots, length, y.Values));
        Tape.Return(sums);
        return y.Record(this, static (x, y) => x.RunNumbers(new MeanGradient(y.Gradient, 1f / x.Shape.Length, x.Share())));
    }
}

/// <summary>Adds up every 64th number of a part: 64 sums per part, whatever the lane width.</summary>
readonly struct SumSlots(View<float> x, int length, View<float> sums) : IFloatKernel
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

        TLane.Store(sums, row * Slots + column, sum);
    }
}

/// <summary>mean = sum of sums / length. Each addition's rounding error is carried over to the next (Kahan).</summary>
readonly struct MeanOfSums(View<float> sums, int count, int length, View<float> mean) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane total = TLane.Splat(0f), excess = total;
        for (int i = 0; i < count; i++)
        {
            TLane next = TLane.Splat(sums, i) - excess, larger = total + next;
            excess = larger - total - next;
            total = larger;
        }

        TLane.Store(mean, column, total / TLane.Splat((float)length));
    }
}

/// <summary>dx = factor dy, where dy is one number.</summary>
readonly struct MeanGradient(View<float> dy, float factor, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => dx.Add(column, TLane.Splat(dy, 0) * TLane.Splat(factor));
}
