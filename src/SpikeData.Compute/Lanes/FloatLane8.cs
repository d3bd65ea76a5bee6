using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Eight floats in a 256-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct FloatLane8(Vector256<float> value) : IFloatLane<FloatLane8>
{
    readonly Vector256<float> value = value;

    public static int Width => 8;

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Splat(float value) => new(Vector256.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Splat(View<float> view, long index) => new(Vector256.Create(((float*)view.Host)[index]));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Ramp(int first) => new(Vector256.ConvertToSingle(Vector256.Create(first) + Vector256<int>.Indices));

    [MethodImpl(AggressiveInlining)]
    public static float Read(View<float> view, long index) => ((float*)view.Host)[index];

    [MethodImpl(AggressiveInlining)]
    public static View<float> From(View<float> view, long index) => new(default, view.Host + index * sizeof(float));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Load(View<float> view, long index) => new(Vector256.Load((float*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Gather(View<float> view, int start, FloatLane8 index) =>
        new(Gathers.Ints((int*)view.Host + start, Vector256.ConvertToInt32Native(index.value)).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<float> view, long index, FloatLane8 value) => value.value.Store((float*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 operator +(FloatLane8 a, FloatLane8 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 operator -(FloatLane8 a, FloatLane8 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 operator *(FloatLane8 a, FloatLane8 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 operator /(FloatLane8 a, FloatLane8 b) => new(a.value / b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 MultiplyAdd(FloatLane8 a, FloatLane8 b, FloatLane8 c) => new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Min(FloatLane8 a, FloatLane8 b) => new(Extremes.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Max(FloatLane8 a, FloatLane8 b) => new(Extremes.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Floor(FloatLane8 a) => new(Vector256.Floor(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Sqrt(FloatLane8 a) => new(Vector256.Sqrt(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 PowerOfTwo(FloatLane8 exponent) =>
        new(((Vector256.ConvertToInt32Native(exponent.value) + Vector256.Create(127)) << 23).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 LessThan(FloatLane8 a, FloatLane8 b) => new(Vector256.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane8 Select(FloatLane8 mask, FloatLane8 yes, FloatLane8 no) =>
        new(Vector256.ConditionalSelect(mask.value, yes.value, no.value));
}
