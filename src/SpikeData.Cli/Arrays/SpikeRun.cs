using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Simulates spikes of gray light or of frames given as arrays, with the initial voltage and the noise in sight.</summary>
/// <remarks>
/// Takes "gray" [T, H, W] of float32 from 0 to 1, as it is, or "frames" [T, H, W, 3] of bytes, made light by the stage's color, response and scale; optional
/// "voltage" [H, W] of float32, 0 unless given; optional "noise" [T, H, W] of bytes. Gives "spikes" [T, H, W] of bytes 0 and 1.
/// </remarks>
sealed class SpikeRun : IDisposable
{
    readonly Device device;
    readonly SpikeSimulation simulation;
    readonly NdArray? noise;
    readonly byte[] spikes;
    readonly int ticks, height, width;

    SpikeRun(SimulateSpikes stage, Npz input, Device device, int ticks, int height, int width)
    {
        (this.device, this.ticks, this.height, this.width) = (device, ticks, height, width);
        simulation = new(device, height, width, stage.Sensor, stage.Noise.Spikes, PhiloxKey.Derive(stage.Seed));
        NdArray? voltage = input.ReadOptional<float>("voltage", $"{height}, {width}");
        noise = input.ReadOptional<byte>("noise", $"{ticks}, {height}, {width}");
        spikes = new byte[checked(ticks * height * width)];
        simulation.Reset(voltage is null ? new float[height * width] : voltage.As<float>());
    }

    internal static Dictionary<string, NdArray> Apply(SimulateSpikes stage, Npz input, Device device) =>
        new() { ["spikes"] = input.Contains("gray") ? OfGray(stage, input, device) : OfFrames(stage, input, device) };

    static NdArray OfGray(SimulateSpikes stage, Npz input, Device device)
    {
        NdArray gray = input.Read<float>("gray", "T, H, W");
        using SpikeRun run = new(stage, input, device, gray.Shape[0], gray.Shape[1], gray.Shape[2]);
        int[] units = new int[run.height * run.width];
        using Buffer<int> light = device.Allocate<int>(units.Length);
        for (int tick = 0; tick < run.ticks; tick++)
        {
            ReadOnlySpan<float> values = gray.As<float>().Slice(tick * units.Length, units.Length);
            for (int pixel = 0; pixel < units.Length; pixel++) units[pixel] = Light.Of(values[pixel]);
            light.Upload(units);
            run.Tick(tick, light);
        }

        return run.Spikes;
    }

    static NdArray OfFrames(SimulateSpikes stage, Npz input, Device device)
    {
        Clip clip = ArrayClip.Of(input.Read<byte>("frames", ArrayClip.Axes), device);
        using LightMeter meter = new(device, clip.Size.Height, clip.Size.Width, stage.Scale, stage.Color, stage.Response.Curve);
        using SpikeRun run = new(stage, input, device, checked(clip.Count!.Value * stage.TicksPerFrame), meter.Height, meter.Width);
        int tick = 0;
        foreach (Frame frame in clip.Frames)
        {
            using Frame seen = frame;
            Buffer<int> light = meter.Measure(seen);
            for (int part = 0; part < stage.TicksPerFrame; part++) run.Tick(tick++, light);
        }

        return run.Spikes;
    }

    NdArray Spikes => new(ElementType.UInt8, [ticks, height, width], spikes);

    void Tick(int tick, Buffer<int> light)
    {
        int pixels = height * width;
        Buffer<byte> fired = simulation.Tick(light);
        if (noise is not null)
        {
            using Buffer<byte> given = device.Allocate<byte>(pixels);
            given.Upload(noise.Bytes.Slice(tick * pixels, pixels));
            simulation.Add(given);
        }

        fired.Download(spikes.AsSpan(tick * pixels, pixels));
    }

    public void Dispose() => simulation.Dispose();
}
