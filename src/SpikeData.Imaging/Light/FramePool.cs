using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The frames of one size that a clip has in flight: a fixed number, used again and again.</summary>
/// <remarks>Leasing waits while all frames are out, which is what bounds the memory of a pipeline.</remarks>
public sealed class FramePool(Device device, int height, int width, int frames) : IDisposable
{
    readonly SemaphoreSlim free = new(frames, frames);
    readonly Stack<Buffer<byte>> idle = new();
    bool disposed;

    /// <summary>Waits for a free frame. Its pixels are undefined.</summary>
    public Frame Lease(CancellationToken cancellation = default)
    {
        free.Wait(cancellation);
        Buffer<byte>? pixels;
        lock (idle) idle.TryPop(out pixels);
        return new(pixels ?? device.Allocate<byte>(height * width * 3), height, width, GiveBack);
    }

    /// <summary>Frees the memory; frames that are still out follow when they are given back.</summary>
    public void Dispose()
    {
        lock (idle)
        {
            disposed = true;
            while (idle.TryPop(out Buffer<byte>? pixels)) pixels.Dispose();
        }
    }

    void GiveBack(Buffer<byte> pixels)
    {
        lock (idle)
        {
            if (disposed) pixels.Dispose();
            else idle.Push(pixels);
        }

        free.Release();
    }
}
