using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The noise of one sensor, drawn eight ticks at a time.</summary>
abstract class NoiseSource(Device device, SpikeLayout layout, SensorTile tile) : IDisposable
{
    const int TicksAtOnce = 8;
    readonly Buffer<byte> noise = device.Allocate<byte>(layout.Pixels);

    /// <summary>Which pixels they are.</summary>
    protected SensorTile Tile => tile;

    public abstract void Reset(int exposure);

    /// <summary>Adds the noise of a tick; ticks come in order, beginning with 0 after a reset.</summary>
    public void AddTo(Buffer<byte> spikes, int tick)
    {
        if (tick % TicksAtOnce == 0) Draw(noise.View, tick);
        Run(new AddNoise(noise.View, spikes.View, layout.Width, tick % TicksAtOnce));
    }

    public virtual void Dispose() => noise.Dispose();

    protected abstract void Draw(View<byte> noise, int tick);

    /// <summary>Runs a kernel over the pixels.</summary>
    protected void Run<TKernel>(in TKernel kernel)
        where TKernel : struct, IExactKernel => device.Run(kernel, layout.Height, layout.Width);
}
