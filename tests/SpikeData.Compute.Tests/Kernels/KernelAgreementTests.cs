using System.Reflection;
using Xunit.Sdk;

namespace SpikeData.Compute.Tests;

/// <summary>The harness itself: each kind of fault must make it fail.</summary>
public sealed class KernelAgreementTests
{
    const string Wide = "CPU, 8 lanes, 1 threads";

    [Fact]
    public void ResultsThatDifferBetweenDevices_Fail() =>
        Assert.ThrowsAny<XunitException>(() => new Harness().Kernel_AgreesWithOneScalarThread("CountVisits: other arrays at each call", Wide));

    [Fact]
    public void WritingBehindAnArray_Fails() =>
        Assert.ThrowsAny<XunitException>(() => new Harness().Kernel_AgreesWithOneScalarThread("CountVisits: array too short", Wide));

    [Fact]
    public void ReadingABlankArray_Fails() =>
        Assert.ThrowsAny<XunitException>(() => new Harness().Kernel_DependsOnNothingOutsideOfItsArrays("CountVisits: blank"));

    [Fact]
    public void KernelWithoutACase_Fails() => Assert.ThrowsAny<XunitException>(() => new Harness().EveryKernel_HasACase());

    sealed class Harness : KernelAgreement<Faults>;

    sealed class Faults : IKernelCases
    {
        static int calls;

        public static Assembly Kernels => typeof(Faults).Assembly;

        public static IEnumerable<KernelCase> Cases =>
        [
            KernelCase.Exact(arrays => new CountVisits(arrays.Of(calls++), 1), 1, 1, "other arrays at each call"),
            KernelCase.Exact(arrays => new CountVisits(arrays.Of(1, 2, 3), 3), 2, 3, "array too short"),
            KernelCase.Exact(arrays => new CountVisits(arrays.Blank<int>(29), 29), 1, 29, "blank"),
        ];
    }
}
