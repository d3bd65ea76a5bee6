using ILGPU;

namespace SpikeData.Compute;

/// <summary>Where a kernel finds one buffer: as a device array, and, when the buffer lies in host memory, as an address.</summary>
/// <remarks>
/// ILGPU compiles kernels through <see cref="Device"/>; the lanes of the CPU device read through <see cref="Host"/>, since the
/// indexer of <see cref="ArrayView{T}"/> costs them a factor of five. Only one of the two is set, except in tests.
/// </remarks>
public readonly struct View<T>(ArrayView<T> device, long host)
    where T : unmanaged
{
    /// <summary>The array as ILGPU's devices see it.</summary>
    public ArrayView<T> Device { get; } = device;

    /// <summary>The address of element 0 in host memory, or 0.</summary>
    public long Host { get; } = host;
}
