using System.Reflection;
using SpikeData.Compute.Tests;

namespace SpikeData.Calibration.Tests;

public sealed class CalibrationKernelTests : KernelAgreement<CalibrationKernelTests>, IKernelCases
{
    public static Assembly Kernels => typeof(WarpPixels).Assembly;

    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(
            arrays => new WarpPixels(
                arrays.Of(Numbers(5 * 7, 0x1000000)), arrays.Of([-1, .. Numbers(3 * 29 - 1, 6 * 256 + 1)]), arrays.Of(Numbers(3 * 29, 4 * 256 + 1)),
                arrays.Blank<int>(3 * 29), 5, 7, 29),
            rows: 3,
            columns: 29),
    ];

    static int[] Numbers(int count, int end)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(end))];
    }
}
