using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Moves runs of bytes between memory, where a pixel is a byte, and registers, where it is an integer.</summary>
static unsafe class Bytes
{
    [MethodImpl(AggressiveInlining)]
    public static Vector128<int> Load4(byte* source) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)source).AsByte())).AsInt32();

    [MethodImpl(AggressiveInlining)]
    public static Vector256<int> Load8(byte* source) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(source)
        : Vector256.Create(Load4(source), Load4(source + 4));

    [MethodImpl(AggressiveInlining)]
    public static Vector512<int> Load16(byte* source) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector128.Load(source))
        : Vector512.Create(Load8(source), Load8(source + 8));

    [MethodImpl(AggressiveInlining)]
    public static void Store(byte* target, Vector128<int> value)
    {
        Vector128<byte> low = Vector128.Shuffle(value.AsByte(), Vector128.Create(0, 4, 8, 12, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, (byte)16));
        *(uint*)target = low.AsUInt32().ToScalar();
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store(byte* target, Vector256<int> value)
    {
        Vector128<ushort> words = Vector128.Narrow(value.GetLower().AsUInt32(), value.GetUpper().AsUInt32());
        *(ulong*)target = Vector128.Narrow(words, words).AsUInt64().ToScalar();
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store(byte* target, Vector512<int> value)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(value).Store(target);
            return;
        }

        Store(target, value.GetLower());
        Store(target + 8, value.GetUpper());
    }
}
