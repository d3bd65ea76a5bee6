using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>One integer in host memory: the end of a row, and the way to use a lane formula outside of kernels.</summary>
[method: MethodImpl(AggressiveInlining)]
public readonly unsafe struct IntLane1(int value) : IIntLane<IntLane1>
{
    readonly int value = value;

    public static int Width => 1;

    /// <summary>The integer itself.</summary>
    public int Value => value;

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Splat(int value) => new(value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Ramp(int first) => new(first);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Load(View<int> view, int index) => new(((int*)view.Host)[index]);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Load(View<byte> view, int index) => new(((byte*)view.Host)[index]);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Gather(View<int> view, IntLane1 index) => Load(view, index.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Gather(View<byte> view, IntLane1 index) => Load(view, index.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 GatherThree(View<byte> view, IntLane1 index) =>
        Load(view, index.value) | (Load(view, index.value + 1) << 8) | (Load(view, index.value + 2) << 16);

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<int> view, int index, IntLane1 value) => ((int*)view.Host)[index] = value.value;

    [MethodImpl(AggressiveInlining)]
    public static void Store(View<byte> view, int index, IntLane1 value) => ((byte*)view.Host)[index] = (byte)value.value;

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator +(IntLane1 a, IntLane1 b) => new(a.value + b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator -(IntLane1 a, IntLane1 b) => new(a.value - b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator *(IntLane1 a, IntLane1 b) => new(a.value * b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator &(IntLane1 a, IntLane1 b) => new(a.value & b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator |(IntLane1 a, IntLane1 b) => new(a.value | b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator ^(IntLane1 a, IntLane1 b) => new(a.value ^ b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator <<(IntLane1 a, int bits) => new(a.value << bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator >>(IntLane1 a, int bits) => new(a.value >> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 operator >>>(IntLane1 a, int bits) => new(a.value >>> bits);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 MultiplyHigh(IntLane1 a, IntLane1 b) => new((int)(((ulong)(uint)a.value * (uint)b.value) >> 32));

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Min(IntLane1 a, IntLane1 b) => new(a.value < b.value ? a.value : b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Max(IntLane1 a, IntLane1 b) => new(a.value > b.value ? a.value : b.value);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 LessThan(IntLane1 a, IntLane1 b) => new(a.value < b.value ? -1 : 0);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Equal(IntLane1 a, IntLane1 b) => new(a.value == b.value ? -1 : 0);

    [MethodImpl(AggressiveInlining)]
    public static IntLane1 Select(IntLane1 mask, IntLane1 yes, IntLane1 no) => new(mask.value != 0 ? yes.value : no.value);
}
