using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The sensors that look at a clip: one for each exposure under way, used again afterwards, or one for the whole clip.</summary>
sealed class SpikeCameras : IDisposable
{
    readonly SpikeStreams streams;
    readonly Stack<SpikeSimulation> idle = new();
    readonly SpikeSimulation? continuous;
    readonly Buffer<byte> packed;

    public SpikeCameras(SpikeStreams streams)
    {
        this.streams = streams;
        packed = streams.Exposures.Clip.Workspace.Device.Allocate<byte>(new SpikeLayout(streams.Height, streams.Width).FrameBytes);
        if (streams.Parameters.Voltage != VoltageCourse.Continuous) return;
        continuous = streams.Simulation();
        continuous.Reset(0);
    }

    /// <summary>Whether every tick of the clip counts, not only those of exposures and their margins.</summary>
    public bool NeverStop => continuous is not null;

    /// <summary>The sensor for an exposure whose recording begins.</summary>
    public SpikeSimulation Begin(int exposure)
    {
        if (continuous is not null) return continuous;
        if (!idle.TryPop(out SpikeSimulation? simulation)) simulation = streams.Simulation();
        simulation.Reset(exposure);
        return simulation;
    }

    /// <summary>Gives back a sensor.</summary>
    public void End(SpikeSimulation simulation)
    {
        if (simulation != continuous) idle.Push(simulation);
    }

    /// <summary>Lets the light of a tick fall on every sensor, and reads it out.</summary>
    public void Tick(Buffer<int> light, IEnumerable<SpikeReadout> readouts)
    {
        if (continuous is not null) Tick(continuous, light);
        foreach (SpikeReadout readout in readouts)
        {
            if (continuous is null) Tick(readout.Simulation, light);
            readout.Take(packed);
        }
    }

    public void Dispose()
    {
        foreach (SpikeSimulation simulation in idle) simulation.Dispose();
        continuous?.Dispose();
        packed.Dispose();
    }

    void Tick(SpikeSimulation simulation, Buffer<int> light)
    {
        simulation.Tick(light);
        simulation.Pack(packed);
    }
}
