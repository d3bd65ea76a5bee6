using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Benchmarks;

/// <summary>A frame of 1280x720 and everything that kernels of the data path read and write for it: 45 MB.</summary>
sealed class WorkingSet : IDisposable
{
    public const int Height = 720, Width = 1280, Pixels = Height * Width;

    public WorkingSet(Device device)
    {
        (From, To) = (device.Allocate<int>(Pixels * 3), device.Allocate<int>(Pixels * 3));
        (Picture, Light) = (device.Allocate<byte>(Pixels * 3), device.Allocate<int>(Pixels));
        Frame = new(device.Allocate<byte>(Pixels * 3), Height, Width, pixels => pixels.Dispose());
        (Exposure, Meter) = (new(device, Height, Width), new(device, Height, Width, 4));
        Sensor = new(device, Height, Width, SpikeModel.IntegrateAndFire(2));
        Light.Span.Fill(1 << 26);
        Exposure.Add(Frame);
    }

    public Buffer<int> From { get; }

    public Buffer<int> To { get; }

    public Buffer<int> Light { get; }

    public Buffer<byte> Picture { get; }

    public Frame Frame { get; }

    public Exposure Exposure { get; }

    public LightMeter Meter { get; }

    public SpikeSimulation Sensor { get; }

    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])[From, To, Light, Picture, Frame, Exposure, Meter, Sensor]) part.Dispose();
    }
}
