using System.Reflection;

namespace SpikeData.Compute.Tests;

/// <summary>What a test project hands to <see cref="KernelAgreement{TCases}"/>.</summary>
public interface IKernelCases
{
    /// <summary>The assembly whose kernels must all have a case.</summary>
    static abstract Assembly Kernels { get; }

    /// <summary>One or more per kernel.</summary>
    static abstract IEnumerable<KernelCase> Cases { get; }
}
