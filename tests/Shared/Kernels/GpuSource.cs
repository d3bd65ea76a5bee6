using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace SpikeData.Compute.Tests;

/// <summary>A kernel as the text a GPU driver would get; no GPU is needed to write it.</summary>
static class GpuSource
{
    static readonly Lock Gate = new();

    public static string Ptx(Type kernel) => Write(
        kernel,
        static context => new PTXBackend(context, CudaArchitecture.SM_60, CudaInstructionSet.ISA_60, null!),
        static compiled => ((PTXCompiledKernel)compiled).PTXAssembly);

    public static string OpenClC(Type kernel) => Write(
        kernel,
        static context => new CLBackend(context, PlainDevice, CLDeviceVendor.Other, new CLCVersion(2, 0)),
        static compiled => ((CLCompiledKernel)compiled).Source);

    /// <summary>No half or double precision, no atomics, no subgroups: kernels need none of them.</summary>
    static CLCapabilityContext PlainDevice { get; } = new(false, false, true, false, false);

    static string Write(Type kernel, Func<Context, Backend> open, Func<CompiledKernel, string> text)
    {
        string contract = kernel.IsAssignableTo(typeof(IExactKernel)) ? nameof(GridKernels.Exact) : nameof(GridKernels.Float);
        MethodInfo entry = typeof(GridKernels).GetMethod(contract)!.MakeGenericMethod(kernel);
        lock (Gate)
        {
            using Context context = Context.Create(builder => builder.Optimize(OptimizationLevel.O2));
            using Backend backend = open(context);
            return text(backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(entry), default(KernelSpecialization)));
        }
    }
}
