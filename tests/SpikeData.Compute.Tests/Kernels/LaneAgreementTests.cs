using System.Reflection;

namespace SpikeData.Compute.Tests;

public sealed class LaneAgreementTests : KernelAgreement<LaneAgreementTests>, IKernelCases
{
    const int Rows = 5, Columns = 29, Count = Rows * Columns;

    public static Assembly Kernels => typeof(LaneAgreementTests).Assembly;

    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(arrays => new CountVisits(arrays.Of(new int[Count]), Columns), Rows, Columns),
        KernelCase.Exact(
            arrays => new ExerciseIntegers(arrays.Of(Words), arrays.Of(Pixels), arrays.Blank<int>(Count), arrays.Blank<byte>(Count), Columns),
            Rows,
            Columns),
        KernelCase.Exact(arrays => new OverflowBehindRow(arrays.Blank<int>(Count), Rows, Columns), Rows, Columns),
        KernelCase.Exact(arrays => new DrawPhilox(arrays.Blank<int>(4 * Count), new(123456789, -987654321), 42, Rows, Columns), Rows, Columns),
        KernelCase.Approximate(arrays => new ExerciseFloats(arrays.Of(Values), arrays.Blank<float>(Count), Columns), Rows, Columns),
        KernelCase.Approximate(
            arrays => new Exponentiate(arrays.Of([.. Values.Select(value => value * 5)]), arrays.Blank<float>(Count), Columns),
            Rows,
            Columns,
            tolerance: 3e-7f),
    ];

    static int[] Words => [.. Enumerable.Range(1, Count).Select(i => (int)(2654435761u * (uint)i))];

    static byte[] Pixels => [.. Words.Select(word => (byte)(word >> 9))];

    static float[] Values => [.. Words.Select(word => word * 1e-8f)];
}
