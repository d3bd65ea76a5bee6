using System.Reflection;
using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

public sealed class ImagingKernelTests : KernelAgreement<ImagingKernelTests>, IKernelCases
{
    public static Assembly Kernels => typeof(Frame).Assembly;

    public static IEnumerable<KernelCase> Cases => [.. LightKernels.Cases, .. SpikeKernels.Cases, .. MotionKernels.Cases, .. ReconstructionKernels.Cases];
}
