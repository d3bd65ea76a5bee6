using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The spikes of one exposure as they are read out, tick by tick.</summary>
sealed class SpikeReadout(int exposure, SpikeSimulation simulation, int ticks) : IDisposable
{
    readonly int frameBytes = simulation.Layout.FrameBytes;
    int tick;

    public int Exposure { get; } = exposure;

    public SpikeSimulation Simulation { get; } = simulation;

    /// <summary>The packed ticks one after another.</summary>
    public HostBytes Content { get; } = new(checked(ticks * simulation.Layout.FrameBytes), (target, packed) => target.Write(packed.Span));

    public bool IsComplete => tick == ticks;

    /// <summary>Reads out one tick.</summary>
    /// <param name="light">The light of the tick.</param>
    /// <param name="packed">Device memory for one packed tick.</param>
    public void Tick(Buffer<int> light, Buffer<byte> packed)
    {
        Simulation.Tick(light);
        Simulation.Pack(packed);
        packed.Download(Content.Span.Slice(tick * frameBytes, frameBytes));
        tick++;
    }

    public void Dispose()
    {
        Simulation.Dispose();
        Content.Dispose();
    }
}
