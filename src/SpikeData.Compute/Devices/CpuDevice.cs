using System.Runtime.Intrinsics;

namespace SpikeData.Compute;

/// <summary>The cores of this machine, each computing up to sixteen neighbors at a time.</summary>
public sealed class CpuDevice : Device
{
    /// <summary>How many neighbors a register of this machine holds.</summary>
    public static int MachineLanes { get; } = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    readonly int lanes;

    /// <param name="threads">How many threads compute, the caller's included; all cores by default.</param>
    /// <param name="lanes">The widest lane to use, 1, 4, 8 or 16; the machine's registers by default. Results do not depend on it.</param>
    public CpuDevice(int? threads = null, int? lanes = null)
    {
        Threads = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1, nameof(threads));
        this.lanes = lanes ?? MachineLanes;
        if (this.lanes is not (1 or 4 or 8 or 16)) throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "A lane holds 1, 4, 8 or 16 elements.");
    }

    /// <summary>How many threads compute, the caller's included.</summary>
    public int Threads { get; }

    public override string Name => $"CPU ({Threads} threads, {lanes} lanes)";

    public override bool IsHost => true;

    public override Buffer<T> Allocate<T>(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new CpuBuffer<T>(length);
    }

    public override void Run<TKernel>(in TKernel kernel, int rows, int columns) =>
        Launch(new ExactHostKernel<TKernel>(kernel), rows, columns);

    public override void RunFloat<TKernel>(in TKernel kernel, int rows, int columns) =>
        Launch(new FloatHostKernel<TKernel>(kernel), rows, columns);

    /// <summary>Returns at once: a launch on the CPU ends with its work.</summary>
    public override void Synchronize()
    {
    }

    public override void Dispose()
    {
    }

    void Launch<TKernel>(TKernel kernel, int rows, int columns)
        where TKernel : struct, IHostKernel
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        for (int row = 0; row < rows; row++) Stretch.Compute(in kernel, row, 0, columns, lanes);
    }
}
