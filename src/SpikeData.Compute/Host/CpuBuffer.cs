using System.Runtime.InteropServices;

namespace SpikeData.Compute;

/// <summary>Host memory that starts on a cache line and ends in slack, so that lanes may read past the last element.</summary>
/// <remarks>It has no finalizer on purpose: a kernel holds only the address, so memory must never go away because nobody names the buffer.</remarks>
sealed unsafe class CpuBuffer<T> : Buffer<T>
    where T : unmanaged
{
    const int CacheLine = 64, Slack = 64;
    readonly long bytes;
    void* origin;

    public CpuBuffer(int length)
        : base(length)
    {
        bytes = (long)length * sizeof(T);
        MemoryLimit.Take(bytes);
        try
        {
            origin = NativeMemory.AlignedAlloc((nuint)(bytes + Slack), CacheLine);
        }
        catch (OutOfMemoryException exception)
        {
            MemoryLimit.Return(bytes);
            throw DeviceErrors.OutOfMemory("the CPU", bytes, exception);
        }

        NativeMemory.Clear((byte*)origin + bytes, Slack);
    }

    public override View<T> View => new(default, (long)Origin);

    public override Span<T> Span => new(Origin, Length);

    void* Origin => origin != null ? origin : throw new ObjectDisposedException(nameof(Buffer<>));

    public override void Upload(ReadOnlySpan<T> source) => source.CopyTo(Span);

    public override void Download(Span<T> target) => Span[..target.Length].CopyTo(target);

    public override void Dispose()
    {
        if (origin == null) return;
        NativeMemory.AlignedFree(origin);
        MemoryLimit.Return(bytes);
        origin = null;
    }
}
