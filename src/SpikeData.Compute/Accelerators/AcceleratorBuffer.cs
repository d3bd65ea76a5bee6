using ILGPU;
using ILGPU.Runtime;

namespace SpikeData.Compute;

/// <summary>Memory of a GPU.</summary>
sealed class AcceleratorBuffer<T>(AcceleratorDevice device, MemoryBuffer1D<T, Stride1D.Dense> memory, int length) : Buffer<T>(length)
    where T : unmanaged
{
    public override View<T> View => new(Range(Length), 0);

    public override Span<T> Span =>
        throw new InvalidOperationException($"The buffer lies on {device.Name}, not in host memory: use Upload and Download.");

    public override void Upload(ReadOnlySpan<T> source) => device.Upload(Range(source.Length), source);

    public override void Download(Span<T> target) => device.Download(Range(target.Length), target);

    public override void Dispose() => device.Free(memory);

    ArrayView<T> Range(int count)
    {
        ObjectDisposedException.ThrowIf(memory.IsDisposed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Length);
        return memory.View.BaseView.SubView(0, count);
    }
}
