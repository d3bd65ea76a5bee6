namespace SpikeData.Compute;

/// <summary>A machine part that runs kernels: the CPU through lanes, or a GPU through ILGPU.</summary>
/// <remarks>Any thread may call it, and several at once.</remarks>
public abstract class Device : IDisposable
{
    /// <summary>The device a person asks for: <c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>opencl</c>, or a selector of <see cref="List"/>.</summary>
    /// <remarks><c>auto</c> takes a CUDA device, else an OpenCL device that is a GPU, else the CPU.</remarks>
    /// <exception cref="SpikeDataException">SPIKE301: this machine has no such device; SPIKE303: it has, but the driver refuses.</exception>
    public static Device Open(string name = "auto") => name switch
    {
        "cpu" => new CpuDevice(),
        "auto" => (Device?)Gpus.OpenFastest() ?? new CpuDevice(),
        _ => Gpus.Open(name) ?? throw DeviceErrors.Absent(name, List()),
    };

    /// <summary>What <see cref="Open"/> can open here, the CPU first.</summary>
    public static IReadOnlyList<DeviceInfo> List() => [CpuDevice.Describe(), .. Gpus.List()];

    /// <summary>What a person calls it, such as "CPU (2 threads, 16 lanes)" or "NVIDIA A100".</summary>
    public abstract string Name { get; }

    /// <summary>Whether its buffers lie in host memory, so that <see cref="Buffer{T}.Span"/> works without a copy.</summary>
    public abstract bool IsHost { get; }

    /// <summary>Reserves a buffer. Its contents are undefined.</summary>
    public abstract Buffer<T> Allocate<T>(int length)
        where T : unmanaged;

    /// <summary>Runs a kernel of the data path over a grid; later work on the device sees its result.</summary>
    /// <param name="kernel">The formula and its views.</param>
    /// <param name="rows">How many rows the grid has.</param>
    /// <param name="columns">How many places along the contiguous axis.</param>
    public abstract void Run<TKernel>(in TKernel kernel, int rows, int columns)
        where TKernel : struct, IExactKernel;

    /// <summary>Runs a kernel of the learned parts over a grid; later work on the device sees its result.</summary>
    /// <inheritdoc cref="Run{TKernel}"/>
    public abstract void RunFloat<TKernel>(in TKernel kernel, int rows, int columns)
        where TKernel : struct, IFloatKernel;

    /// <summary>Waits until everything asked of the device is done.</summary>
    public abstract void Synchronize();

    public abstract void Dispose();
}
