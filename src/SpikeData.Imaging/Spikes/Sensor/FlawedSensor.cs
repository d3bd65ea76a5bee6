using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The flaws of one sensor in device memory: what its pixels see instead of the light, and when they fire.</summary>
sealed class FlawedSensor : IDisposable
{
    readonly Device device;
    readonly SpikeLayout layout;
    readonly SensorTile tile;
    readonly SensorFlaws flaws;
    readonly PhiloxKey key;
    readonly Buffer<int> normal, shine, walk, gains, darks, deviations, pattern, thresholds;
    readonly int thresholdDeviation;
    int exposure;

    public FlawedSensor(Device device, SpikeLayout layout, SensorTile tile, SpikeModel model, SensorFlaws flaws, PhiloxKey key)
    {
        flaws.Check();
        (this.device, this.layout, this.tile, this.flaws, this.key) = (device, layout, tile, flaws, key);
        normal = Uploaded(Normal.Table);
        deviations = Uploaded(flaws.Photons > 0 ? AddShotNoise.Deviations(flaws.Photons) : [0]);
        (shine, walk, thresholds) = (Pixels(), Pixels(), Pixels());
        Fired = device.Allocate<byte>(layout.Pixels);
        gains = Pattern(1, flaws.GainPattern, Light.Full, Draws.GainPattern);
        darks = Pattern(flaws.DarkCurrent, flaws.DarkPattern, Light.Full, Draws.DarkPattern);
        pattern = Pattern(1, flaws.ThresholdPattern, model.Fixed(model.Threshold), Draws.ThresholdPattern);
        thresholdDeviation = (int)Math.Round(flaws.ThresholdNoise * model.Fixed(model.Threshold));
    }

    /// <summary>Whether each pixel fired in the last tick.</summary>
    public Buffer<byte> Fired { get; }

    public void Reset(int exposure)
    {
        this.exposure = exposure;
        walk.Upload(new int[layout.Pixels]);
        Fired.Upload(new byte[layout.Pixels]);
    }

    /// <summary>What the pixels make of the light of a tick.</summary>
    public View<int> See(View<int> light, int tick)
    {
        if (flaws.Diffusion > 0)
        {
            int deviation = (int)Math.Round(flaws.Diffusion * Light.Full);
            Run(new DiffuseLight(light, walk.View, shine.View, normal.View, tile, deviation, tick, key, exposure));
            light = shine.View;
        }

        if (flaws.Photons > 0)
        {
            Run(new AddShotNoise(light, shine.View, deviations.View, normal.View, tile, tick, key, exposure));
            light = shine.View;
        }

        Run(new ApplyPatterns(light, shine.View, gains.View, darks.View, layout.Width));
        return shine.View;
    }

    /// <summary>The voltages at which the pixels fire in a tick.</summary>
    public View<int> Thresholds(int tick)
    {
        if (thresholdDeviation == 0) return pattern.View;
        Run(new DrawThresholds(pattern.View, thresholds.View, normal.View, tile, thresholdDeviation, tick, key, exposure));
        return thresholds.View;
    }

    public void Dispose()
    {
        foreach (Buffer<int> buffer in (Buffer<int>[])[normal, shine, walk, gains, darks, deviations, pattern, thresholds]) buffer.Dispose();
        Fired.Dispose();
    }

    Buffer<int> Pixels() => device.Allocate<int>(layout.Pixels);

    Buffer<int> Uploaded(int[] numbers)
    {
        Buffer<int> buffer = device.Allocate<int>(numbers.Length);
        buffer.Upload(numbers);
        return buffer;
    }

    Buffer<int> Pattern(double mean, double deviation, int unit, int purpose)
    {
        Buffer<int> buffer = Pixels();
        PhiloxKey sensor = PhiloxKey.Derive(flaws.Serial, "sensor");
        int fixedMean = (int)Math.Round(mean * unit), fixedDeviation = (int)Math.Round(deviation * unit);
        Run(new DrawPattern(buffer.View, normal.View, tile, fixedMean, fixedDeviation, sensor, purpose));
        return buffer;
    }

    void Run<TKernel>(in TKernel kernel)
        where TKernel : struct, IExactKernel => device.Run(kernel, layout.Height, layout.Width);
}
