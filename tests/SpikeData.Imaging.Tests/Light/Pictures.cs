using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

static class Pictures
{
    public static Frame Upload(Device device, ReadOnlySpan<byte> bgr, int height, int width)
    {
        Buffer<byte> pixels = device.Allocate<byte>(bgr.Length);
        pixels.Upload(bgr);
        return new(pixels, height, width, buffer => buffer.Dispose());
    }
}
