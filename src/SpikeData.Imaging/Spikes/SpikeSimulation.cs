using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A spike camera looking at a scene: light goes in tick by tick, spikes come out.</summary>
public sealed class SpikeSimulation : IDisposable
{
    readonly Device device;
    readonly SpikeModel model;
    readonly Buffer<int> voltage;
    readonly Buffer<byte> spikes;

    public SpikeSimulation(Device device, int height, int width, SpikeModel model)
    {
        SpikeLayout layout = new(height, width);
        (this.device, this.model, Layout) = (device, model, layout);
        voltage = device.Allocate<int>(layout.Pixels);
        spikes = device.Allocate<byte>(layout.Pixels);
    }

    /// <summary>How a tick's spikes are packed.</summary>
    public SpikeLayout Layout { get; init; }

    /// <summary>The state of the pixels in units of 2^-<see cref="SpikeModel.FractionBits"/>, [height, width].</summary>
    public Buffer<int> Voltage => voltage;

    /// <summary>Begins with known voltages, in the unit of the model's threshold, [height, width].</summary>
    public void Reset(ReadOnlySpan<float> voltages)
    {
        int[] state = new int[Layout.Pixels];
        for (int pixel = 0; pixel < state.Length; pixel++) state[pixel] = model.Fixed(voltages[pixel]);
        voltage.Upload(state);
    }

    /// <summary>Integrates the light of one tick.</summary>
    /// <param name="light">In units of <see cref="Light"/>, [height, width].</param>
    /// <returns>1 where a pixel fired, 0 elsewhere, [height, width]; valid until the next call.</returns>
    public Buffer<byte> Tick(Buffer<int> light)
    {
        device.Run(new IntegrateAndFire(light.View, voltage.View, spikes.View, Layout.Width, model), Layout.Height, Layout.Width);
        return spikes;
    }

    /// <summary>Packs a tick's spikes, one bit per pixel.</summary>
    /// <param name="packed"><see cref="SpikeLayout.FrameBytes"/> bytes.</param>
    public void Pack(Buffer<byte> packed) => device.Run(new PackSpikes(spikes.View, packed.View, Layout), 1, Layout.FrameBytes);

    public void Dispose()
    {
        voltage.Dispose();
        spikes.Dispose();
    }
}
