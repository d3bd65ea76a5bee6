using System.Collections.Concurrent;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A CPU that knows how much memory is reserved on it, and which kernels ran.</summary>
sealed class CountingDevice : Device
{
    readonly CpuDevice cpu = new();
    readonly ConcurrentDictionary<string, int> runs = new();
    long bytesInUse;

    public long BytesInUse => bytesInUse;

    public long MostBytesInUse { get; set; }

    /// <summary>How often a kernel ran.</summary>
    public int RunsOf(string kernel) => runs.GetValueOrDefault(kernel);

    public override string Name => cpu.Name;

    public override bool IsHost => cpu.IsHost;

    public override Buffer<T> Allocate<T>(int length)
    {
        Buffer<T> buffer = cpu.Allocate<T>(length);
        Count(SizeOf<T>(length));
        return new CountedBuffer<T>(buffer, () => Count(-SizeOf<T>(length)));
    }

    public override void Run<TKernel>(in TKernel kernel, int rows, int columns)
    {
        runs.AddOrUpdate(typeof(TKernel).Name, 1, (_, times) => times + 1);
        cpu.Run(kernel, rows, columns);
    }

    public override void RunFloat<TKernel>(in TKernel kernel, int rows, int columns) => cpu.RunFloat(kernel, rows, columns);

    public override void Synchronize() => cpu.Synchronize();

    public override void Dispose() => cpu.Dispose();

    static unsafe long SizeOf<T>(int length)
        where T : unmanaged => (long)length * sizeof(T);

    void Count(long bytes)
    {
        lock (cpu)
        {
            bytesInUse += bytes;
            MostBytesInUse = Math.Max(MostBytesInUse, bytesInUse);
        }
    }

    sealed class CountedBuffer<T>(Buffer<T> buffer, Action free) : Buffer<T>(buffer.Length)
        where T : unmanaged
    {
        Action? free = free;

        public override View<T> View => buffer.View;

        public override Span<T> Span => buffer.Span;

        public override void Upload(ReadOnlySpan<T> source) => buffer.Upload(source);

        public override void Download(Span<T> target) => buffer.Download(target);

        public override void Dispose()
        {
            buffer.Dispose();
            Interlocked.Exchange(ref free, null)?.Invoke();
        }
    }
}
