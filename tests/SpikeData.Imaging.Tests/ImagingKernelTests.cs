using System.Reflection;
using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

public sealed class ImagingKernelTests : KernelAgreement<ImagingKernelTests>, IKernelCases
{
    public static Assembly Kernels => typeof(Frame).Assembly;

    public static IEnumerable<KernelCase> Cases => [.. LightKernels.Cases, .. SpikeKernels.Cases, .. MotionKernels.Cases, .. ReconstructionKernels.Cases];

    /// <summary>Building a small data set is over before the runtime gets to optimizing anything by itself.</summary>
    [Fact]
    public void EveryKernel_IsOptimizedFromItsFirstCallOn() => Assert.DoesNotContain(
        Kernels.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IKernel))),
        type => (type.GetMethod("Execute")!.MethodImplementationFlags & (MethodImplAttributes.AggressiveInlining | MethodImplAttributes.AggressiveOptimization)) == 0);
}
