using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>One float in host memory: the end of a row, and the way to use a lane formula outside of kernels.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct FloatLane1(float value) : IFloatLane<FloatLane1>
{
    readonly float value = value;

    public static int Width => 1;

    /// <summary>The float itself.</summary>
    public float Value => value;

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Splat(float value) => new(value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Splat(View<float> view, long index) => Load(view, index);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Ramp(int first) => new(first);

    [MethodImpl(AggressiveInlining)]
    public static float Read(View<float> view, long index) => ((float*)view.Host)[index];

    [MethodImpl(AggressiveInlining)]
    public static View<float> From(View<float> view, long index) => new(default, view.Host + index * sizeof(float));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Load(View<float> view, long index) => new(((float*)view.Host)[index]);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Gather(View<float> view, int start, FloatLane1 index) => Load(view, start + (int)index.value);

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<float> view, long index, FloatLane1 value) => ((float*)view.Host)[index] = value.value;

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 operator +(FloatLane1 a, FloatLane1 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 operator -(FloatLane1 a, FloatLane1 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 operator *(FloatLane1 a, FloatLane1 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 operator /(FloatLane1 a, FloatLane1 b) => new(a.value / b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 MultiplyAdd(FloatLane1 a, FloatLane1 b, FloatLane1 c) => new(MathF.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Min(FloatLane1 a, FloatLane1 b) => new(a.value < b.value ? a.value : b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Max(FloatLane1 a, FloatLane1 b) => new(a.value > b.value ? a.value : b.value);

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Floor(FloatLane1 a) => new(MathF.Floor(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Sqrt(FloatLane1 a) => new(MathF.Sqrt(a.value));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 PowerOfTwo(FloatLane1 exponent) => new(BitConverter.Int32BitsToSingle(((int)exponent.value + 127) << 23));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 LessThan(FloatLane1 a, FloatLane1 b) => new(BitConverter.Int32BitsToSingle(a.value < b.value ? -1 : 0));

    [MethodImpl(AggressiveInlining)]
    public static FloatLane1 Select(FloatLane1 mask, FloatLane1 yes, FloatLane1 no) =>
        new(BitConverter.SingleToInt32Bits(mask.value) != 0 ? yes.value : no.value);
}
