using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>The upper halves of 64-bit products, which no instruction gives for 32-bit lanes: even and odd lanes are multiplied apart.</summary>
static class HighProducts
{
    const ulong OddLanes = (ulong)uint.MaxValue << 32;

    [MethodImpl(AggressiveInlining)]
    public static Vector128<uint> Of(Vector128<uint> a, Vector128<uint> b)
    {
        if (AdvSimd.Arm64.IsSupported)
        {
            Vector128<ulong> lower = AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), upper = AdvSimd.MultiplyWideningUpper(a, b);
            return AdvSimd.Arm64.UnzipOdd(lower.AsUInt32(), upper.AsUInt32());
        }

        if (!Sse2.IsSupported) return Vector128.Create(Of(a[0], b[0]), Of(a[1], b[1]), Of(a[2], b[2]), Of(a[3], b[3]));
        Vector128<ulong> even = Sse2.Multiply(a, b), odd = Sse2.Multiply((a.AsUInt64() >>> 32).AsUInt32(), (b.AsUInt64() >>> 32).AsUInt32());
        return (even >>> 32 | odd & Vector128.Create(OddLanes)).AsUInt32();
    }

    [MethodImpl(AggressiveInlining)]
    public static Vector256<uint> Of(Vector256<uint> a, Vector256<uint> b)
    {
        if (!Avx2.IsSupported) return Vector256.Create(Of(a.GetLower(), b.GetLower()), Of(a.GetUpper(), b.GetUpper()));
        Vector256<ulong> even = Avx2.Multiply(a, b), odd = Avx2.Multiply((a.AsUInt64() >>> 32).AsUInt32(), (b.AsUInt64() >>> 32).AsUInt32());
        return (even >>> 32 | odd & Vector256.Create(OddLanes)).AsUInt32();
    }

    [MethodImpl(AggressiveInlining)]
    public static Vector512<uint> Of(Vector512<uint> a, Vector512<uint> b)
    {
        if (!Avx512F.IsSupported) return Vector512.Create(Of(a.GetLower(), b.GetLower()), Of(a.GetUpper(), b.GetUpper()));
        Vector512<ulong> even = Avx512F.Multiply(a, b), odd = Avx512F.Multiply((a.AsUInt64() >>> 32).AsUInt32(), (b.AsUInt64() >>> 32).AsUInt32());
        return (even >>> 32 | odd & Vector512.Create(OddLanes)).AsUInt32();
    }

    static uint Of(uint a, uint b) => (uint)(((ulong)a * b) >> 32);
}
