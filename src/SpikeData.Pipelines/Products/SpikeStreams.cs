using System.Text.Json.Nodes;

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

    public IRecorder Record(ISampleWriter writer) => new SpikeRecorder(this, writer);
}
