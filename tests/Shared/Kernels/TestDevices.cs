using System.Collections.Concurrent;
using ILGPU;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace SpikeData.Compute.Tests;

/// <summary>Every device a kernel is tried on: the CPU at all lane widths, with one and with three threads, ILGPU's simulator, and OpenCL.</summary>
public static class TestDevices
{
    public const string Simulator = "ILGPU's CPU accelerator", OpenCl = "OpenCL";

    static readonly ConcurrentDictionary<string, Lazy<Device?>> Opened = new();

    /// <summary>One thread, one element at a time: what all others are compared with.</summary>
    public const string Reference = "CPU, 1 lanes, 1 threads";

    public static IEnumerable<string> Names =>
    [
        .. from lanes in (int[])[1, 4, 8, 16] from threads in (int[])[1, 3] select $"CPU, {lanes} lanes, {threads} threads",
        Simulator,
        OpenCl,
    ];

    /// <summary>Opens a device once for the whole run; skips the test where the machine has none of the kind.</summary>
    public static Device Open(string name)
    {
        Device? device = Opened.GetOrAdd(name, static name => new(() => Create(name))).Value;
        if (device is null) Assert.Skip("This machine has no OpenCL device; pocl-opencl-icd and ocl-icd-opencl-dev would give it one.");
        return device;
    }

    static Device? Create(string name)
    {
        if (name == Simulator) return CreateSimulator();
        if (name == OpenCl) return CreateOpenCl();
        string[] words = name.Split(' ');
        return new CpuDevice(threads: int.Parse(words[3]), lanes: int.Parse(words[1]), worthSharing: 0);
    }

    static AcceleratorDevice CreateSimulator()
    {
        Context context = Context.Create(builder => builder.CPU(new CPUDevice(4, 1, 2)).Assertions().Optimize(OptimizationLevel.O1));
        return new(context, context.CreateCPUAccelerator(0));
    }

    static AcceleratorDevice? CreateOpenCl()
    {
        Context context = Gpus.CreateContext(builder => builder.OpenCL(_ => true).Optimize(OptimizationLevel.O2));
        CLDevice? device = context.Devices.OfType<CLDevice>().FirstOrDefault();
        if (device is null) return null;
        if (!device.Capabilities.GenericAddressSpace) MakeAcceptable(device);
        return new(context, device.CreateCLAccelerator(context));
    }

    /// <summary>PoCL's address space is flat, though it does not say so; ILGPU asks for a warp size that it does not know.</summary>
    static void MakeAcceptable(CLDevice device)
    {
        Set(typeof(CLCapabilityContext), nameof(CLCapabilityContext.GenericAddressSpace), device.Capabilities, true);
        Set(typeof(ILGPU.Runtime.Device), nameof(ILGPU.Runtime.Device.WarpSize), device, 1);

        static void Set(Type type, string property, object target, object value) =>
            type.GetProperty(property)!.GetSetMethod(nonPublic: true)!.Invoke(target, [value]);
    }
}
