using ILGPU;
using ILGPU.Runtime;

namespace SpikeData.Compute;

/// <summary>A GPU, driven by ILGPU: one thread computes one place of the grid.</summary>
/// <remarks>Calls may come from any thread; they are queued one after the other on one stream.</remarks>
sealed class AcceleratorDevice(Context context, Accelerator accelerator) : Device
{
    readonly Lock gate = new();
    readonly Dictionary<Type, Delegate> kernels = [];

    public override string Name => accelerator.Name;

    public override bool IsHost => false;

    public override Buffer<T> Allocate<T>(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        lock (gate)
        {
            accelerator.Bind();
            try
            {
                return new AcceleratorBuffer<T>(this, accelerator.Allocate1D<T>(Math.Max(length, 1)), length);
            }
            catch (Exception exception) when (exception is AcceleratorException or OutOfMemoryException)
            {
                throw DeviceErrors.OutOfMemory(Name, (long)length * Interop.SizeOf<T>(), exception);
            }
        }
    }

    public override void Run<TKernel>(in TKernel kernel, int rows, int columns) =>
        Launch<TKernel>(GridKernels.Exact, kernel, rows, columns);

    public override void RunFloat<TKernel>(in TKernel kernel, int rows, int columns) =>
        Launch<TKernel>(GridKernels.Float, kernel, rows, columns);

    public override void Synchronize()
    {
        lock (gate)
        {
            accelerator.Bind();
            accelerator.Synchronize();
        }
    }

    public override void Dispose()
    {
        accelerator.Dispose();
        context.Dispose();
    }

    internal void Upload<T>(ArrayView<T> target, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        if (source.IsEmpty) return;
        lock (gate)
        {
            accelerator.Bind();
            target.CopyFromCPU(accelerator.DefaultStream, source);
            accelerator.DefaultStream.Synchronize();
        }
    }

    internal void Download<T>(ArrayView<T> source, Span<T> target)
        where T : unmanaged
    {
        if (target.IsEmpty) return;
        lock (gate)
        {
            accelerator.Bind();
            source.CopyToCPU(accelerator.DefaultStream, target);
            accelerator.DefaultStream.Synchronize();
        }
    }

    internal void Free(MemoryBuffer memory)
    {
        lock (gate)
        {
            accelerator.Bind();
            memory.Dispose();
        }
    }

    void Launch<TKernel>(Action<Index1D, int, int, TKernel> entry, TKernel kernel, int rows, int columns)
        where TKernel : struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (rows == 0 || columns == 0) return;
        lock (gate)
        {
            accelerator.Bind();
            Action<AcceleratorStream, Index1D, int, int, TKernel> launch = Load(entry);
            int rowsPerLaunch = int.MaxValue / columns;
            for (long row = 0; row < rows; row += rowsPerLaunch)
                launch(accelerator.DefaultStream, (int)Math.Min(rowsPerLaunch, rows - row) * columns, (int)row, columns, kernel);
        }
    }

    Action<AcceleratorStream, Index1D, int, int, TKernel> Load<TKernel>(Action<Index1D, int, int, TKernel> entry)
        where TKernel : struct
    {
        if (kernels.TryGetValue(typeof(TKernel), out Delegate? loaded)) return (Action<AcceleratorStream, Index1D, int, int, TKernel>)loaded;
        Action<AcceleratorStream, Index1D, int, int, TKernel> launch = accelerator.LoadAutoGroupedKernel(entry);
        kernels.Add(typeof(TKernel), launch);
        return launch;
    }
}
