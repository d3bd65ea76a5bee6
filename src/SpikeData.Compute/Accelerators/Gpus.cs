using ILGPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace SpikeData.Compute;

/// <summary>The devices of this machine that ILGPU drives: CUDA's first, then OpenCL's, each in the order of its driver.</summary>
static class Gpus
{
    static readonly Lock Drivers = new();

    /// <summary>None where there is no driver.</summary>
    public static IReadOnlyList<DeviceInfo> List() => List(_ => true);

    /// <summary>The device of that selector, where <c>cuda</c> means <c>cuda:0</c>; null where there is none.</summary>
    /// <exception cref="SpikeDataException">SPIKE303: its driver refuses.</exception>
    public static AcceleratorDevice? Open(string selector)
    {
        Context context = CreateContext();
        (DeviceInfo? info, ILGPU.Runtime.Device? device) = Find(context)
            .FirstOrDefault(found => found.Info.Selector == selector || found.Info.Selector == $"{selector}:0");
        try
        {
            if (device is not null) return new(context, device.CreateAccelerator(context));
        }
        catch (Exception exception)
        {
            context.Dispose();
            throw DeviceErrors.Unusable(info!, exception);
        }

        context.Dispose();
        return null;
    }

    /// <summary>The first CUDA device, else the first OpenCL device that is a GPU, else null; one whose driver refuses is passed over.</summary>
    public static AcceleratorDevice? OpenFastest()
    {
        foreach (DeviceInfo info in List(device => device is not CLDevice { DeviceType: not CLDeviceType.CL_DEVICE_TYPE_GPU }))
        {
            try
            {
                return Open(info.Selector);
            }
            catch (SpikeDataException)
            {
            }
        }

        return null;
    }

    static IReadOnlyList<DeviceInfo> List(Func<ILGPU.Runtime.Device, bool> wanted)
    {
        using Context context = CreateContext();
        return [.. Find(context).Where(found => wanted(found.Device)).Select(found => found.Info)];
    }

    /// <summary>Asks the drivers what there is, one caller after the other: loaders of OpenCL crash when their first users come together.</summary>
    internal static Context CreateContext(Action<Context.Builder> choose)
    {
        lock (Drivers) return Context.Create(choose);
    }

    static Context CreateContext() => CreateContext(builder => builder.Cuda().OpenCL().Optimize(OptimizationLevel.O2));

    static IEnumerable<(DeviceInfo Info, ILGPU.Runtime.Device Device)> Find(Context context) =>
    [
        .. context.Devices.OfType<CudaDevice>().Select((device, index) => (Describe(device, "CUDA", index), (ILGPU.Runtime.Device)device)),
        .. context.Devices.OfType<CLDevice>().Select((device, index) => (Describe(device, "OpenCL", index), (ILGPU.Runtime.Device)device)),
    ];

    static DeviceInfo Describe(ILGPU.Runtime.Device device, string kind, int index) =>
        new($"{kind.ToLowerInvariant()}:{index}", device.Name, kind, device.MemorySize, device.WarpSize);
}
