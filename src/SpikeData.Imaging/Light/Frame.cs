using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>One picture in device memory: 8-bit blue, green, red, rows top-down, no padding; [height, width, 3] bytes.</summary>
/// <remarks>A frame is leased: whoever pulled it from a stream disposes it, which gives the buffer back to its pool.</remarks>
public sealed class Frame(Buffer<byte> pixels, int height, int width, Action<Buffer<byte>> giveBack) : IDisposable
{
    Action<Buffer<byte>>? giveBack = giveBack;

    /// <summary>The bytes, at least height x width x 3 of them.</summary>
    public Buffer<byte> Pixels { get; } = pixels;

    public int Height { get; } = height;

    public int Width { get; } = width;

    public void Dispose() => Interlocked.Exchange(ref giveBack, null)?.Invoke(Pixels);
}
