using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Sixteen integers in a 512-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct IntLane16(Vector512<int> value) : IIntLane<IntLane16>
{
    readonly Vector512<int> value = value;

    public static int Width => 16;

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Splat(int value) => new(Vector512.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Ramp(int first) => new(Vector512.Create(first) + Vector512<int>.Indices);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Load(View<int> view, int index) => new(Vector512.Load((int*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Load(View<byte> view, int index) => new(Bytes.Load16((byte*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Gather(View<int> view, IntLane16 index) => new(Gathers.Ints((int*)view.Host, index.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Gather(View<byte> view, IntLane16 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector512.Create(0xff));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 GatherThree(View<byte> view, IntLane16 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector512.Create(0xffffff));

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<int> view, int index, IntLane16 value) => value.value.Store((int*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<byte> view, int index, IntLane16 value) => Bytes.Store((byte*)view.Host + index, value.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator +(IntLane16 a, IntLane16 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator -(IntLane16 a, IntLane16 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator *(IntLane16 a, IntLane16 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator &(IntLane16 a, IntLane16 b) => new(a.value & b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator |(IntLane16 a, IntLane16 b) => new(a.value | b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator ^(IntLane16 a, IntLane16 b) => new(a.value ^ b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator <<(IntLane16 a, int bits) => new(a.value << bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator >>(IntLane16 a, int bits) => new(a.value >> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 operator >>>(IntLane16 a, int bits) => new(a.value >>> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 MultiplyHigh(IntLane16 a, IntLane16 b) => new(HighProducts.Of(a.value.AsUInt32(), b.value.AsUInt32()).AsInt32());

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Min(IntLane16 a, IntLane16 b) => new(Vector512.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Max(IntLane16 a, IntLane16 b) => new(Vector512.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 LessThan(IntLane16 a, IntLane16 b) => new(Vector512.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Equal(IntLane16 a, IntLane16 b) => new(Vector512.Equals(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane16 Select(IntLane16 mask, IntLane16 yes, IntLane16 no) =>
        new(Vector512.ConditionalSelect(mask.value, yes.value, no.value));
}
