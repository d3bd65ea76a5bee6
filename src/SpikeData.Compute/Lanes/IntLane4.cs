using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Four integers in a 128-bit register.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct IntLane4(Vector128<int> value) : IIntLane<IntLane4>
{
    readonly Vector128<int> value = value;

    public static int Width => 4;

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Splat(int value) => new(Vector128.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Ramp(int first) => new(Vector128.Create(first) + Vector128<int>.Indices);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Load(View<int> view, int index) => new(Vector128.Load((int*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Load(View<byte> view, int index) => new(Bytes.Load4((byte*)view.Host + index));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Gather(View<int> view, IntLane4 index) => new(Gathers.Ints((int*)view.Host, index.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Gather(View<byte> view, IntLane4 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector128.Create(0xff));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 GatherThree(View<byte> view, IntLane4 index) => new(Gathers.Words((byte*)view.Host, index.value) & Vector128.Create(0xffffff));

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<int> view, int index, IntLane4 value) => value.value.Store((int*)view.Host + index);

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<byte> view, int index, IntLane4 value) => Bytes.Store((byte*)view.Host + index, value.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator +(IntLane4 a, IntLane4 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator -(IntLane4 a, IntLane4 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator *(IntLane4 a, IntLane4 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator &(IntLane4 a, IntLane4 b) => new(a.value & b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator |(IntLane4 a, IntLane4 b) => new(a.value | b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator ^(IntLane4 a, IntLane4 b) => new(a.value ^ b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator <<(IntLane4 a, int bits) => new(a.value << bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator >>(IntLane4 a, int bits) => new(a.value >> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 operator >>>(IntLane4 a, int bits) => new(a.value >>> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 MultiplyHigh(IntLane4 a, IntLane4 b) => new(HighProducts.Of(a.value.AsUInt32(), b.value.AsUInt32()).AsInt32());

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Min(IntLane4 a, IntLane4 b) => new(Vector128.Min(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Max(IntLane4 a, IntLane4 b) => new(Vector128.Max(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 LessThan(IntLane4 a, IntLane4 b) => new(Vector128.LessThan(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Equal(IntLane4 a, IntLane4 b) => new(Vector128.Equals(a.value, b.value));

    [MethodImpl(AggressiveInlining)]
    public static IntLane4 Select(IntLane4 mask, IntLane4 yes, IntLane4 no) =>
        new(Vector128.ConditionalSelect(mask.value, yes.value, no.value));
}
