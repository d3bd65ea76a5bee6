using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One spike stream per exposure: what a spike camera reads out during the exposure and a margin on either side.</summary>
/// <remarks>An exposure whose margins the clip does not have, such as the first one, has no spikes.</remarks>
public sealed class SpikeStreams(Exposures exposures, SimulateSpikes parameters) : ILightProduct
{
    /// <summary>How bits lie in .dat files, in words.</summary>
    internal const string BitOrder = "one per pixel, the first pixel in the least significant bit, the lowest row first";

    readonly SpikeModel sensor = parameters.Sensor;

    public string Kind => "spike";

    public Exposures Exposures { get; } = exposures;

    /// <summary>The sensor and how it is read out.</summary>
    public SimulateSpikes Parameters { get; } = parameters;

    /// <summary>Rows of the sensor.</summary>
    public int Height => Exposures.Clip.Size.Height / Parameters.Scale;

    /// <summary>Columns of the sensor.</summary>
    public int Width => Exposures.Clip.Size.Width / Parameters.Scale;

    /// <summary>How many ticks one stream has.</summary>
    public int Ticks => checked((Exposures.Frames * Parameters.TicksPerFrame) + (2 * Parameters.Margin));

    /// <summary>The tick in the middle of a frame, counted from the beginning of the stream.</summary>
    /// <param name="offset">How many frames after the beginning of the exposure it comes.</param>
    public int TickOf(int offset) => Parameters.Margin + (offset * Parameters.TicksPerFrame) + (Parameters.TicksPerFrame / 2);

    public JsonObject Facts => SizeFit.NoteRest(Exposures.Clip.Size, Parameters.Scale, "scale", new()
    {
        ["width"] = Width,
        ["height"] = Height,
        ["ticks"] = Ticks,
        ["ticksBeforeExposure"] = Parameters.Margin,
        ["ticksPerSecond"] = Exposures.Clip.FramesPerSecond * Parameters.TicksPerFrame,
        ["ticksPerFrame"] = Parameters.TicksPerFrame,
        ["framePixelsPerSpikePixel"] = Parameters.Scale,
        ["color"] = StageForm.Word(Parameters.Color),
        ["bits"] = BitOrder,
        ["gain"] = sensor.Gain,
        ["threshold"] = sensor.Threshold,
        ["voltage"] = StageForm.Word(Parameters.Voltage),
        ["initialVoltage"] = $"uniform from 0 to {sensor.InitialVoltage:R}",
        ["flaws"] = new JsonArray([.. Parameters.Flaws.Select(StageForm.Of)]),
        ["noise"] = StageForm.Of(Parameters.Noise),
        ["seed"] = Parameters.Seed,
    });

    /// <summary>The sensor before its first exposure.</summary>
    /// <remarks>
    /// Its draws depend on the seed and on the clip's split and name, not on the recipe's name, the device or the order of the work:
    /// a clip gives the same spikes alone, among others, and in every recipe that treats it alike.
    /// </remarks>
    internal SpikeSimulation Simulation()
    {
        Clip clip = Exposures.Clip;
        var key = PhiloxKey.Derive(Parameters.Seed, clip.Split, clip.Name);
        return new(clip.Workspace.Device, Height, Width, sensor, Parameters.Noise.Spikes, key);
    }

    /// <summary>What measures the light that frames throw on the sensor.</summary>
    internal LightMeter Meter()
    {
        Clip clip = Exposures.Clip;
        return new(clip.Workspace.Device, clip.Size.Height, clip.Size.Width, Parameters.Scale, Parameters.Color, Parameters.Response.Curve);
    }

    public bool IsWithin(int frames, int exposure)
    {
        long begin = ((long)Exposures.First(exposure) * Parameters.TicksPerFrame) - Parameters.Margin;
        return begin >= 0 && begin + Ticks <= (long)frames * Parameters.TicksPerFrame;
    }

    public long EstimateBytes(double bytesPerPixel) => (long)Ticks * new SpikeLayout(Height, Width).FrameBytes;

    SpikeStreams ILightProduct.Streams => this;

    public IRecorder Record(ISampleWriter writer) => new SpikeRecorder(
        this, readout => writer.Write("spike", readout.Exposure, Exposures.Number(Exposures.Middle(readout.Exposure)), ".dat", readout.Content));
}
