using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Simulates the spike streams of a clip while its frames pass; with margins wider than the gaps between exposures they overlap.</summary>
/// <param name="streams">What is recorded.</param>
/// <param name="finish">Takes each stream when it is complete, and disposes its content.</param>
sealed class SpikeRecorder(SpikeStreams streams, Action<SpikeReadout> finish) : ILightRecorder
{
    readonly SpikeCameras cameras = new(streams);
    readonly Queue<SpikeReadout> open = new();
    readonly LightMeter meter = streams.Meter();
    readonly int ticksPerFrame = streams.Parameters.TicksPerFrame;

    public void Take(Frame frame, int index) => Take(() => meter.Measure(frame), index);

    public void Take(Buffer<int> light, int index) => Take(() => light, index);

    /// <summary>Measures the light of a frame where there is a sensor to see it.</summary>
    void Take(Func<Buffer<int>> measure, int index)
    {
        Buffer<int>? light = null;
        for (int part = 0; part < ticksPerFrame; part++)
        {
            long ahead = ((long)index * ticksPerFrame) + part + streams.Parameters.Margin;
            (long exposure, long offset) = Math.DivRem(ahead, (long)streams.Exposures.Period * ticksPerFrame);
            if (offset == 0) open.Enqueue(new((int)exposure, cameras.Begin((int)exposure), streams.Ticks));
            if (open.Count > 0 || cameras.NeverStop) cameras.Tick(light ??= measure(), open);
            if (open.TryPeek(out SpikeReadout? first) && first.IsComplete) Finish(open.Dequeue());
        }
    }

    public void Dispose()
    {
        foreach (SpikeReadout readout in open)
        {
            cameras.End(readout.Simulation);
            readout.Dispose();
        }

        cameras.Dispose();
        meter.Dispose();
    }

    void Finish(SpikeReadout readout)
    {
        cameras.End(readout.Simulation);
        finish(readout);
    }
}
