using System.Buffers;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Brings pictures from the host into frames and back, without a copy between where the device's memory is the host's.</summary>
static class FrameUpload
{
    /// <summary>Writes to the bytes of a frame.</summary>
    public delegate bool Fill(Span<byte> bgr);

    /// <summary>Fills a frame through host memory; false when there was nothing to fill it with.</summary>
    public static bool Into(Frame frame, Device device, Fill fill)
    {
        int bytes = frame.Height * frame.Width * 3;
        if (device.IsHost) return fill(frame.Pixels.Span[..bytes]);
        byte[] host = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            if (!fill(host.AsSpan(0, bytes))) return false;
            frame.Pixels.Upload(host.AsSpan(0, bytes));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(host);
        }
    }
}
