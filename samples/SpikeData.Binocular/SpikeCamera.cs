using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Binocular;

/// <summary>The physical spike camera of the simulator, with the noise of the published data, looking at light that stays.</summary>
public static class SpikeCamera
{
    public static SpikeStream Record(float[] light, int height, int width, int ticks, int exposure)
    {
        using Device device = Device.Open("cpu");
        using SpikeSimulation simulation = new(device, height, width, SpikeModel.Physical, new QuasiPeriodicNoise(), PhiloxKey.Derive(1));
        using Buffer<int> shine = device.Allocate<int>(light.Length);
        using Buffer<byte> packed = device.Allocate<byte>(simulation.Layout.FrameBytes);
        shine.Upload(Array.ConvertAll(light, gray => Light.Of(gray)));
        simulation.Reset(exposure);
        byte[] bytes = new byte[ticks * simulation.Layout.FrameBytes];
        for (int tick = 0; tick < ticks; tick++)
        {
            simulation.Tick(shine);
            simulation.Pack(packed);
            packed.Download(bytes.AsSpan(tick * simulation.Layout.FrameBytes, simulation.Layout.FrameBytes));
        }

        return new(simulation.Layout, bytes);
    }
}
