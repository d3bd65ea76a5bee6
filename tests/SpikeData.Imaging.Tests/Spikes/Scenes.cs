using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

static class Scenes
{
    /// <summary>Spikes of a scene that gets brighter from the first pixel to the last, [ticks, height, width].</summary>
    public static byte[] Record(SpikeSimulation camera, Device device, int exposure, int ticks, bool dark = false)
    {
        int pixels = camera.Layout.Pixels;
        using Buffer<int> light = device.Allocate<int>(pixels);
        light.Upload([.. Enumerable.Range(0, pixels).Select(pixel => dark ? 0 : Light.Of((double)pixel / pixels))]);
        camera.Reset(exposure);
        byte[] spikes = new byte[ticks * pixels];
        for (int tick = 0; tick < ticks; tick++) camera.Tick(light).Download(spikes.AsSpan(tick * pixels, pixels));
        return spikes;
    }
}
