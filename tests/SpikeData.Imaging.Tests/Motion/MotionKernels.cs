using SpikeData.Compute.Tests;

namespace SpikeData.Imaging.Tests;

static class MotionKernels
{
    public static IEnumerable<KernelCase> Cases =>
    [
        KernelCase.Exact(
            arrays => new CrossFade(arrays.Of(LightKernels.Bytes(87)), arrays.Of(LightKernels.Bytes(87)), arrays.Blank<byte>(87), 29, 3, 8), 3, 29),
    ];
}
