using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One spike stream per exposure: what a spike camera reads out during the exposure and a margin on either side.</summary>
/// <remarks>An exposure whose margins the clip does not have, such as the first one, has no spikes.</remarks>
public sealed class SpikeStreams(Exposures exposures, SimulateSpikes parameters) : IProduct
{
    public string Kind => "spike";

    public Exposures Exposures { get; } = exposures;

    /// <summary>The sensor and how it is read out.</summary>
    public SimulateSpikes Parameters { get; } = parameters;

    /// <summary>Rows of the sensor.</summary>
    public int Height => Exposures.Clip.Size.Height / Parameters.Scale;

    /// <summary>Columns of the sensor.</summary>
    public int Width => Exposures.Clip.Size.Width / Parameters.Scale;

    /// <summary>How many ticks one stream has.</summary>
    public int Ticks => Exposures.Frames + (2 * Parameters.Margin);

    public JsonObject Facts => new()
    {
        ["width"] = Width,
        ["height"] = Height,
        ["ticks"] = Ticks,
        ["ticksBeforeExposure"] = Parameters.Margin,
        ["ticksPerSecond"] = Exposures.Clip.FramesPerSecond,
        ["framePixelsPerSpikePixel"] = Parameters.Scale,
        ["bits"] = "one per pixel, the first pixel in the least significant bit, the lowest row first",
        ["gain"] = Parameters.Model.Sensor.Gain,
        ["threshold"] = Parameters.Model.Sensor.Threshold,
        ["initialVoltage"] = $"uniform from 0 to {Parameters.Model.Sensor.InitialVoltage:R}",
        ["noise"] = StageForm.Of(Parameters.Noise),
        ["seed"] = Parameters.Seed,
    };

    /// <summary>The sensor before its first exposure.</summary>
    /// <remarks>
    /// Its draws depend on the seed and on the clip's split and name, not on the recipe's name, the device or the order of the work:
    /// a clip gives the same spikes alone, among others, and in every recipe that treats it alike.
    /// </remarks>
    internal SpikeSimulation Simulation()
    {
        Clip clip = Exposures.Clip;
        var key = PhiloxKey.Derive(Parameters.Seed, clip.Split, clip.Name);
        return new(clip.Workspace.Device, Height, Width, Parameters.Model.Sensor, Parameters.Noise.Spikes, key);
    }

    public IRecorder Record(ISampleWriter writer) => new SpikeRecorder(this, writer);
}
