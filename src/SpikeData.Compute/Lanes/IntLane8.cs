using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Eight integers in a 256-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct IntLane8(Vector256<int> value) : IIntLane<IntLane8>
{
    readonly Vector256<int> value = value;

    public static int Width => 8;

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Splat(int value) => new(Vector256.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Ramp(int first) => new(Vector256.Create(first) + Vector256<int>.Indices);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Load(View<int> view, int index) => new(Vector256.Load((int*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Load(View<byte> view, int index) => new(Bytes.Load8((byte*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Gather(View<int> view, IntLane8 index) => new(Gathers.Ints((int*)view.Host, index.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Gather(View<byte> view, IntLane8 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector256.Create(0xff));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 GatherThree(View<byte> view, IntLane8 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector256.Create(0xffffff));

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<int> view, int index, IntLane8 value) => value.value.Store((int*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<byte> view, int index, IntLane8 value) => Bytes.Store((byte*)view.Host + index, value.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator +(IntLane8 a, IntLane8 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator -(IntLane8 a, IntLane8 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator *(IntLane8 a, IntLane8 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator &(IntLane8 a, IntLane8 b) => new(a.value & b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator |(IntLane8 a, IntLane8 b) => new(a.value | b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator ^(IntLane8 a, IntLane8 b) => new(a.value ^ b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator <<(IntLane8 a, int bits) => new(a.value << bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator >>(IntLane8 a, int bits) => new(a.value >> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 operator >>>(IntLane8 a, int bits) => new(a.value >>> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 MultiplyHigh(IntLane8 a, IntLane8 b) => new(HighProducts.Of(a.value.AsUInt32(), b.value.AsUInt32()).AsInt32());

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Min(IntLane8 a, IntLane8 b) => new(Vector256.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Max(IntLane8 a, IntLane8 b) => new(Vector256.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 LessThan(IntLane8 a, IntLane8 b) => new(Vector256.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Equal(IntLane8 a, IntLane8 b) => new(Vector256.Equals(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane8 Select(IntLane8 mask, IntLane8 yes, IntLane8 no) =>
        new(Vector256.ConditionalSelect(mask.value, yes.value, no.value));
}
