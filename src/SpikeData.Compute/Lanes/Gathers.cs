using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Compute;

/// <summary>Reads one element per lane from anywhere in a buffer; what the machine cannot do at a width is done twice at half of it.</summary>
/// <remarks>Bytes are gathered as the words that start with them: up to three bytes behind the last are read, in the slack of its buffer.</remarks>
static unsafe class Gathers
{
    [MethodImpl(AggressiveInlining)]
    public static Vector128<int> Ints(int* origin, Vector128<int> index) => Avx2.IsSupported
        ? Avx2.GatherVector128(origin, index, sizeof(int))
        : Vector128.Create(origin[index[0]], origin[index[1]], origin[index[2]], origin[index[3]]);

    [MethodImpl(AggressiveInlining)]
    public static Vector256<int> Ints(int* origin, Vector256<int> index) => Avx2.IsSupported
        ? Avx2.GatherVector256(origin, index, sizeof(int))
        : Vector256.Create(Ints(origin, index.GetLower()), Ints(origin, index.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    public static Vector512<int> Ints(int* origin, Vector512<int> index) =>
        Vector512.Create(Ints(origin, index.GetLower()), Ints(origin, index.GetUpper()));

    /// <summary>The four bytes that start at each index, the first one lowest.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<int> Words(byte* origin, Vector128<int> index) => Avx2.IsSupported
        ? Avx2.GatherVector128((int*)origin, index, sizeof(byte))
        : Vector128.Create(*(int*)(origin + index[0]), *(int*)(origin + index[1]), *(int*)(origin + index[2]), *(int*)(origin + index[3]));

    [MethodImpl(AggressiveInlining)]
    public static Vector256<int> Words(byte* origin, Vector256<int> index) => Avx2.IsSupported
        ? Avx2.GatherVector256((int*)origin, index, sizeof(byte))
        : Vector256.Create(Words(origin, index.GetLower()), Words(origin, index.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    public static Vector512<int> Words(byte* origin, Vector512<int> index) =>
        Vector512.Create(Words(origin, index.GetLower()), Words(origin, index.GetUpper()));
}
