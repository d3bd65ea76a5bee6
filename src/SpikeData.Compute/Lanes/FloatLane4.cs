using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Four floats in a 128-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct FloatLane4(Vector128<float> value) : IFloatLane<FloatLane4>
{
    readonly Vector128<float> value = value;

    public static int Width => 4;

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Splat(float value) => new(Vector128.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Splat(View<float> view, long index) => new(Vector128.Create(((float*)view.Host)[index]));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Ramp(int first) => new(Vector128.ConvertToSingle(Vector128.Create(first) + Vector128<int>.Indices));

    [MethodImpl(AggressiveInlining)]
    public static float Read(View<float> view, long index) => ((float*)view.Host)[index];

    [MethodImpl(AggressiveInlining)]
    public static View<float> From(View<float> view, long index) => new(default, view.Host + index * sizeof(float));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Load(View<float> view, long index) => new(Vector128.Load((float*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Gather(View<float> view, int start, FloatLane4 index) =>
        new(Gathers.Ints((int*)view.Host + start, Vector128.ConvertToInt32Native(index.value)).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<float> view, long index, FloatLane4 value) => value.value.Store((float*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 operator +(FloatLane4 a, FloatLane4 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 operator -(FloatLane4 a, FloatLane4 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 operator *(FloatLane4 a, FloatLane4 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 operator /(FloatLane4 a, FloatLane4 b) => new(a.value / b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 MultiplyAdd(FloatLane4 a, FloatLane4 b, FloatLane4 c) => new(Vector128.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Min(FloatLane4 a, FloatLane4 b) => new(Extremes.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Max(FloatLane4 a, FloatLane4 b) => new(Extremes.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Floor(FloatLane4 a) => new(Vector128.Floor(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Sqrt(FloatLane4 a) => new(Vector128.Sqrt(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 PowerOfTwo(FloatLane4 exponent) =>
        new(((Vector128.ConvertToInt32Native(exponent.value) + Vector128.Create(127)) << 23).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 LessThan(FloatLane4 a, FloatLane4 b) => new(Vector128.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane4 Select(FloatLane4 mask, FloatLane4 yes, FloatLane4 no) =>
        new(Vector128.ConditionalSelect(mask.value, yes.value, no.value));
}
