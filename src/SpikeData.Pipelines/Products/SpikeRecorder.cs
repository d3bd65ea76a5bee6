using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Simulates the spike streams of a clip while its frames pass; streams overlap where margins are wider than the gaps between exposures.</summary>
sealed class SpikeRecorder : IRecorder
{
    readonly SpikeStreams streams;
    readonly ISampleWriter writer;
    readonly LightMeter meter;
    readonly Stack<SpikeSimulation> idle = new();
    readonly Queue<SpikeReadout> open = new();
    readonly Buffer<byte> packed;

    public SpikeRecorder(SpikeStreams streams, ISampleWriter writer)
    {
        (this.streams, this.writer) = (streams, writer);
        Clip clip = streams.Exposures.Clip;
        meter = new(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, streams.Parameters.Scale);
        packed = clip.Workspace.Device.Allocate<byte>(new SpikeLayout(streams.Height, streams.Width).FrameBytes);
    }

    public void Take(Frame frame, int index)
    {
        Exposures exposures = streams.Exposures;
        int ahead = index + streams.Parameters.Margin;
        if (exposures.Offset(ahead) == 0) open.Enqueue(new(exposures.At(ahead), Begin(exposures.At(ahead)), streams.Ticks));
        if (open.Count == 0) return;
        Buffer<int> light = meter.Measure(frame);
        foreach (SpikeReadout readout in open) readout.Tick(light, packed);
        if (open.Peek().IsComplete) Finish(open.Dequeue());
    }

    public void Dispose()
    {
        foreach (SpikeReadout readout in open) readout.Dispose();
        foreach (SpikeSimulation simulation in idle) simulation.Dispose();
        packed.Dispose();
        meter.Dispose();
    }

    SpikeSimulation Begin(int exposure)
    {
        if (!idle.TryPop(out SpikeSimulation? simulation)) simulation = streams.Simulation();
        simulation.Reset(exposure);
        return simulation;
    }

    void Finish(SpikeReadout readout)
    {
        idle.Push(readout.Simulation);
        Exposures exposures = streams.Exposures;
        writer.Write("spike", readout.Exposure, exposures.Number(exposures.Middle(readout.Exposure)), ".dat", readout.Content);
    }
}
