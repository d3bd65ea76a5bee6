using System.Buffers;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Bytes in host memory on their way to a file; the memory is used again afterwards.</summary>
sealed class HostBytes(int length, Action<Stream, ReadOnlyMemory<byte>> encode) : IFileContent
{
    byte[]? bytes = ArrayPool<byte>.Shared.Rent(length);

    public Span<byte> Span => Bytes.AsSpan(0, length);

    byte[] Bytes => bytes ?? throw new ObjectDisposedException(nameof(HostBytes));

    /// <summary>A picture copied from device memory, to be encoded as PNG.</summary>
    public static HostBytes Picture(Buffer<byte> bgr, int height, int width)
    {
        var picture = new HostBytes(height * width * 3, (target, pixels) => target.Write(Png.Color(pixels.Span, height, width)));
        bgr.Download(picture.Span);
        return picture;
    }

    /// <summary>A gray picture, to be encoded as PNG.</summary>
    public static HostBytes Gray(ReadOnlySpan<byte> gray, int height, int width)
    {
        var picture = new HostBytes(height * width, (target, pixels) => target.Write(Png.Gray(pixels.Span, height, width)));
        gray.CopyTo(picture.Span);
        return picture;
    }

    public void Encode(Stream target) => encode(target, Bytes.AsMemory(0, length));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref bytes, null) is { } memory) ArrayPool<byte>.Shared.Return(memory);
    }
}
