namespace SpikeData.Compute;

/// <summary>Memory of a device: a fixed number of elements, uninitialized until written.</summary>
public abstract class Buffer<T>(int length) : IDisposable
    where T : unmanaged
{
    /// <summary>How many elements it holds.</summary>
    public int Length { get; } = length;

    /// <summary>What kernels take.</summary>
    public abstract View<T> View { get; }

    /// <summary>The elements themselves, on a device whose memory is the host's.</summary>
    /// <exception cref="InvalidOperationException">The buffer lies on a GPU; use <see cref="Upload"/> and <see cref="Download"/>.</exception>
    public abstract Span<T> Span { get; }

    /// <summary>Copies from the host into elements <c>0 .. source.Length - 1</c>.</summary>
    public abstract void Upload(ReadOnlySpan<T> source);

    /// <summary>Copies elements <c>0 .. target.Length - 1</c> to the host, after everything asked of the device is done.</summary>
    public abstract void Download(Span<T> target);

    public abstract void Dispose();
}
