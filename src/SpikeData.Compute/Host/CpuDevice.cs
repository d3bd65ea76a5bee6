using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace SpikeData.Compute;

/// <summary>The cores of this machine, each computing up to sixteen neighbors at a time.</summary>
/// <remarks>Calls may come from any thread. While one of them has the threads, the others compute on their own.</remarks>
public sealed class CpuDevice : Device
{
    /// <summary>Work of less than 20 microseconds is not shared: see docs/performance.md.</summary>
    static readonly long WorthSharing = Stopwatch.Frequency / 50_000;

    readonly int lanes;
    readonly long worthSharing;
    readonly Crew crew;
    bool disposed;

    /// <param name="threads">How many threads compute, the caller's included; all cores by default.</param>
    /// <param name="lanes">The widest lane to use, 1, 4, 8 or 16; the machine's registers by default. Results do not depend on it.</param>
    public CpuDevice(int? threads = null, int? lanes = null)
        : this(threads ?? Environment.ProcessorCount, lanes ?? MachineLanes, WorthSharing)
    {
    }

    /// <param name="worthSharing">From how many ticks of the stopwatch on work is shared; 0 for always.</param>
    internal CpuDevice(int threads, int lanes, long worthSharing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (lanes is not (1 or 4 or 8 or 16)) throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "A lane holds 1, 4, 8 or 16 elements.");
        (Threads, this.lanes, this.worthSharing, crew) = (threads, lanes, worthSharing, new Crew(threads - 1));
    }

    /// <summary>How many neighbors a register of this machine holds.</summary>
    public static int MachineLanes { get; } = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>How many threads compute, the caller's included.</summary>
    public int Threads { get; }

    public override string Name => NameOf(Threads, lanes);

    public override bool IsHost => true;

    internal static DeviceInfo Describe() =>
        new("cpu", NameOf(Environment.ProcessorCount, MachineLanes), "CPU", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, MachineLanes);

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
        disposed = true;
        crew.Dispose();
    }

    static string NameOf(int threads, int lanes) => $"CPU ({threads} threads, {lanes} lanes)";

    void Launch<TKernel>(TKernel kernel, int rows, int columns)
        where TKernel : struct, IHostKernel
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ObjectDisposedException.ThrowIf(disposed, this);
        var cut = new GridCut(rows, columns, Threads);
        var share = new GridShare<TKernel>(kernel, cut, lanes);
        if (Threads == 1 || cut.Units <= 1) share.Do(0, cut.Units);
        else Share(ref share, cut.Units);
    }

    /// <summary>Computes a little alone to see how long the rest would take: no kernel has to say what it costs.</summary>
    void Share<TShare>(ref TShare share, int units)
        where TShare : struct, IShare
    {
        int tried = Math.Max(1, units / (GridCut.UnitsPerThread * Threads));
        long start = Stopwatch.GetTimestamp();
        share.Do(0, tried);
        long rest = (Stopwatch.GetTimestamp() - start) * (units - tried) / tried;
        if (rest < worthSharing || !crew.TryShare(ref share, tried, units)) share.Do(tried, units);
    }
}
