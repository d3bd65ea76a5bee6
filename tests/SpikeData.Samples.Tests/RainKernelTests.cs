using System.Reflection;
using SpikeData.Compute;
using SpikeData.Compute.Tests;
using SpikeData.Rain;

namespace SpikeData.Samples.Tests;

/// <summary>A kernel of one's own passes what the kernels of SpikeData.Tools pass: the same bytes at every lane width and on every device.</summary>
public sealed class RainKernelTests : KernelAgreement<RainKernelTests>, IKernelCases
{
    public static Assembly Kernels => typeof(LetRain).Assembly;

    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(
            arrays => new LetRain(arrays.Of(TestFrame), arrays.Blank<byte>(TestFrame.Length), 87, fallen: 7, length: 3, streaks: 300, brightness: 200, PhiloxKey.Derive(1)), 5, 87),
    ];

    static byte[] TestFrame => [.. Enumerable.Range(0, 5 * 87).Select(i => (byte)i)];
}
