using System.Reflection;
using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Training.Tests;

public sealed class TrainingKernelTests : KernelAgreement<TrainingKernelTests>, IKernelCases
{
    public static Assembly Kernels => typeof(Tensor).Assembly;

    public static IEnumerable<KernelCase> Cases =>
    [
        .. ElementCases.All,
        .. ImageCases.All,
        .. FlowCases.All,
        .. ConvolutionCases.All,
    ];

    internal static View<float> Some(TestArrays arrays, int count, int seed = 1) => arrays.Of<float>(Numbers.Random(count, seed));
}
