using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A spike camera looking at a scene: light goes in tick by tick, spikes come out.</summary>
/// <remarks>All draws are functions of the key, the exposure, the pixel and the tick, so any exposure can be simulated alone.</remarks>
public sealed class SpikeSimulation : IDisposable
{
    readonly Device device;
    readonly SpikeModel model;
    readonly NoiseSource? noise;
    readonly FlawedSensor? sensor;
    readonly PhiloxKey key;
    readonly SensorTile tile;
    readonly Buffer<byte> spikes;
    int tick;

    /// <param name="device">Where it runs.</param>
    /// <param name="height">Rows of the sensor.</param>
    /// <param name="width">Columns of the sensor.</param>
    /// <param name="model">What a pixel does with light.</param>
    /// <param name="noise">Spikes that no light caused, if any.</param>
    /// <param name="key">Whose random draws these are, such as <c>PhiloxKey.Derive(seed, recipe, clip)</c>.</param>
    /// <param name="tile">Which pixels of a larger sensor they are; all of them unless given. A tile fires as it does within the whole.</param>
    public SpikeSimulation(Device device, int height, int width, SpikeModel model, SpikeNoise? noise = null, PhiloxKey key = default, SensorTile? tile = null)
    {
        Layout = new(height, width);
        (this.device, this.model, this.key, this.tile) = (device, model, key, tile ?? width);
        Voltage = device.Allocate<int>(Layout.Pixels);
        spikes = device.Allocate<byte>(Layout.Pixels);
        this.noise = noise?.Lay(device, Layout, this.tile, key);
        if (model.Flaws is not null) sensor = new(device, Layout, this.tile, model, model.Flaws, key);
    }

    /// <summary>How a tick's spikes are packed.</summary>
    public SpikeLayout Layout { get; }

    /// <summary>The state of the pixels in units of 2^-<see cref="SpikeModel.FractionBits"/>, [height, width].</summary>
    public Buffer<int> Voltage { get; }

    /// <summary>Begins an exposure: voltages and noise start anew. Call it once per clip for a voltage that carries over from exposure to exposure.</summary>
    public void Reset(int exposure)
    {
        Run(new DrawVoltage(Voltage.View, tile, model.Fixed(model.InitialVoltage), key, exposure));
        Begin(exposure);
    }

    /// <summary>Begins an exposure with known voltages, in the unit of the model's threshold, [height, width].</summary>
    public void Reset(ReadOnlySpan<float> voltages, int exposure = 0)
    {
        int[] state = new int[Layout.Pixels];
        for (int pixel = 0; pixel < state.Length; pixel++) state[pixel] = model.Fixed(voltages[pixel]);
        Voltage.Upload(state);
        Begin(exposure);
    }

    /// <summary>Integrates the light of one tick.</summary>
    /// <param name="light">In units of <see cref="Light"/>, [height, width].</param>
    /// <returns>1 where a pixel fired, 0 elsewhere, [height, width]; valid until the next call.</returns>
    public Buffer<byte> Tick(Buffer<int> light)
    {
        if (sensor is null)
            Run(new IntegrateAndFire(light.View, Voltage.View, spikes.View, Layout.Width, model));
        else
            Run(new IntegrateAndFire(
                sensor.See(light.View, tick), Voltage.View, spikes.View, Layout.Width, model, sensor.Thresholds(tick), sensor.Fired.View));
        noise?.AddTo(spikes, tick);
        tick++;
        return spikes;
    }

    /// <summary>Adds given noise spikes, [height, width] bytes 0 and 1, to those of the last tick.</summary>
    public void Add(Buffer<byte> given) => Run(new AddSpikes(given.View, spikes.View, Layout.Width));

    /// <summary>Packs the spikes of the last tick, one bit per pixel.</summary>
    /// <param name="packed">At least <see cref="SpikeLayout.FrameBytes"/> bytes.</param>
    /// <param name="rows">Which row comes first.</param>
    public void Pack(Buffer<byte> packed, RowOrder rows = RowOrder.BottomUp) =>
        device.Run(new PackSpikes(spikes.View, packed.View, new(Layout.Height, Layout.Width, rows)), 1, Layout.FrameBytes);

    public void Dispose()
    {
        Voltage.Dispose();
        spikes.Dispose();
        noise?.Dispose();
        sensor?.Dispose();
    }

    void Begin(int exposure)
    {
        noise?.Reset(exposure);
        sensor?.Reset(exposure);
        tick = 0;
    }

    void Run<TKernel>(in TKernel kernel)
        where TKernel : struct, IExactKernel => device.Run(kernel, Layout.Height, Layout.Width);
}
