namespace SpikeData.Compute.Tests;

/// <summary>Uses every operation of a float lane once.</summary>
public readonly struct ExerciseFloats(View<float> values, View<float> result, int columns) : IFloatKernel
{
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int index = row * columns + column;
        TLane value = TLane.Load(values, index), first = TLane.Splat(values, 0), other = TLane.Splat(values, row + 2);
        TLane mixed = TLane.MultiplyAdd(value, first, other) - value * first / TLane.Splat(3f);
        TLane whole = TLane.Floor(TLane.Max(TLane.Min(mixed, TLane.Splat(20f)), TLane.Splat(-20f)));
        TLane back = TLane.Gather(values, index, TLane.Ramp(column) - TLane.Ramp(column + columns - 1) + TLane.Splat(columns - 1f));
        TLane root = TLane.Sqrt(TLane.Max(back, TLane.Splat(0f))) + TLane.PowerOfTwo(whole);
        TLane.Store(result, index, TLane.Select(TLane.LessThan(root, mixed), root, mixed + whole));
    }
}
