using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Sixteen floats in a 512-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct FloatLane16(Vector512<float> value) : IFloatLane<FloatLane16>
{
    readonly Vector512<float> value = value;

    public static int Width => 16;

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Splat(float value) => new(Vector512.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Splat(View<float> view, long index) => new(Vector512.Create(((float*)view.Host)[index]));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Ramp(int first) => new(Vector512.ConvertToSingle(Vector512.Create(first) + Vector512<int>.Indices));

    [MethodImpl(AggressiveInlining)]
    public static float Read(View<float> view, long index) => ((float*)view.Host)[index];

    [MethodImpl(AggressiveInlining)]
    public static View<float> From(View<float> view, long index) => new(default, view.Host + index * sizeof(float));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Load(View<float> view, long index) => new(Vector512.Load((float*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Gather(View<float> view, int start, FloatLane16 index) =>
        new(Gathers.Ints((int*)view.Host + start, Vector512.ConvertToInt32Native(index.value)).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<float> view, long index, FloatLane16 value) => value.value.Store((float*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 operator +(FloatLane16 a, FloatLane16 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 operator -(FloatLane16 a, FloatLane16 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 operator *(FloatLane16 a, FloatLane16 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 operator /(FloatLane16 a, FloatLane16 b) => new(a.value / b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 MultiplyAdd(FloatLane16 a, FloatLane16 b, FloatLane16 c) => new(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Min(FloatLane16 a, FloatLane16 b) => new(Extremes.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Max(FloatLane16 a, FloatLane16 b) => new(Extremes.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Floor(FloatLane16 a) => new(Vector512.Floor(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Sqrt(FloatLane16 a) => new(Vector512.Sqrt(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 PowerOfTwo(FloatLane16 exponent) =>
        new(((Vector512.ConvertToInt32Native(exponent.value) + Vector512.Create(127)) << 23).AsSingle());

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 LessThan(FloatLane16 a, FloatLane16 b) => new(Vector512.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane16 Select(FloatLane16 mask, FloatLane16 yes, FloatLane16 no) =>
        new(Vector512.ConditionalSelect(mask.value, yes.value, no.value));
}
