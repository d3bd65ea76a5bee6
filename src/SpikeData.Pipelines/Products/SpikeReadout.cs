using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The spikes of one exposure as they are read out, tick by tick.</summary>
/// <param name="exposure">The exposure.</param>
/// <param name="simulation">The sensor that looks at this exposure alone, or else at the whole clip.</param>
/// <param name="ticks">How many are read out.</param>
sealed class SpikeReadout(int exposure, SpikeSimulation simulation, int ticks) : IDisposable
{
    readonly int frameBytes = simulation.Layout.FrameBytes;
    int tick;

    public int Exposure { get; } = exposure;

    public SpikeSimulation Simulation { get; } = simulation;

    /// <summary>The packed ticks one after another.</summary>
    public HostBytes Content { get; } = new(checked(ticks * simulation.Layout.FrameBytes), (target, packed) => target.Write(packed.Span));

    public bool IsComplete => tick == ticks;

    /// <summary>Keeps one packed tick.</summary>
    public void Take(Buffer<byte> packed)
    {
        packed.Download(Content.Span.Slice(tick * frameBytes, frameBytes));
        tick++;
    }

    public void Dispose() => Content.Dispose();
}
