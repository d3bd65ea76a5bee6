using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Simulates spikes of gray light or of frames given as arrays, with the initial voltage and the noise in sight.</summary>
/// <remarks>
/// Takes "gray" [T, H, W] of float32 from 0 to 1, as it is, or "frames" [T, H, W, 3] of bytes, made gray and smaller by the stage's scale; optional
/// "voltage" [H, W] of float32, 0 unless given; optional "noise" [T, H, W] of bytes. Gives "spikes" [T, H, W] of bytes 0 and 1.
/// </remarks>
sealed class SpikeRun : IDisposable
{
    readonly SpikeSimulation simulation;
    readonly NdArray? noise;
    readonly MemoryStream spikes = new();
    readonly int pixels;
    int tick;

    SpikeRun(SimulateSpikes stage, Npz input, Device device, int ticks, int height, int width)
    {
        pixels = height * width;
        simulation = new(device, height, width, stage.Model.Sensor);
        NdArray? voltage = input.ReadOptional<float>("voltage", $"{height}, {width}");
        noise = input.ReadOptional<byte>("noise", $"{ticks}, {height}, {width}");
        simulation.Reset(voltage is null ? new float[pixels] : voltage.As<float>());
    }

    internal static Dictionary<string, NdArray> Apply(SimulateSpikes stage, Npz input, Device device) =>
        new() { ["spikes"] = input.Contains("gray") ? OfGray(stage, input, device) : OfFrames(stage, input, device) };

    static NdArray OfGray(SimulateSpikes stage, Npz input, Device device)
    {
        NdArray gray = input.Read<float>("gray", "T, H, W");
        (int ticks, int height, int width) = (gray.Shape[0], gray.Shape[1], gray.Shape[2]);
        using SpikeRun run = new(stage, input, device, ticks, height, width);
        using Buffer<int> light = device.Allocate<int>(height * width);
        int[] units = new int[height * width];
        for (int tick = 0; tick < ticks; tick++)
        {
            ReadOnlySpan<float> values = gray.As<float>().Slice(tick * units.Length, units.Length);
            for (int pixel = 0; pixel < units.Length; pixel++) units[pixel] = Light.Of(values[pixel]);
            light.Upload(units);
            run.Tick(light);
        }

        return run.Spikes(ticks, height, width);
    }

    static NdArray OfFrames(SimulateSpikes stage, Npz input, Device device)
    {
        Clip clip = ArrayClip.Of(input.Read<byte>("frames", ArrayClip.Axes), device);
        using LightMeter meter = new(device, clip.Size.Height, clip.Size.Width, stage.Scale);
        using SpikeRun run = new(stage, input, device, clip.Count!.Value, meter.Height, meter.Width);
        foreach (Frame frame in clip.Frames)
        {
            using (frame) run.Tick(meter.Measure(frame));
        }

        return run.Spikes(clip.Count!.Value, meter.Height, meter.Width);
    }

    void Tick(Buffer<int> light)
    {
        byte[] fired = new byte[pixels];
        simulation.Tick(light).Download(fired);
        if (noise is not null)
        {
            ReadOnlySpan<byte> given = noise.Bytes.Slice(tick * pixels, pixels);
            for (int pixel = 0; pixel < pixels; pixel++) fired[pixel] |= given[pixel] == 0 ? (byte)0 : (byte)1;
        }

        spikes.Write(fired);
        tick++;
    }

    NdArray Spikes(int ticks, int height, int width) => new(ElementType.UInt8, [ticks, height, width], spikes.ToArray());

    public void Dispose()
    {
        simulation.Dispose();
        spikes.Dispose();
    }
}
