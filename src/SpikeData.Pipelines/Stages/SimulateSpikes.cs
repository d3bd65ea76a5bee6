using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Integrates light per pixel and fires a spike each time the voltage reaches the threshold.</summary>
/// <param name="Model">What a pixel does with light; physical unless given.</param>
/// <param name="Noise">Spikes that no light caused; inherent unless given.</param>
/// <param name="Flaws">What the pixels do besides; nothing unless given. SCSim's sensor has all but diffusion.</param>
/// <param name="Voltage">Whether the voltage runs on from exposure to exposure.</param>
/// <param name="Color">What color of light reaches the pixels.</param>
/// <param name="Response">The curve by which frames code light; encoded unless given.</param>
/// <param name="TicksPerFrame">How many ticks a frame lasts; its light stays the same meanwhile.</param>
/// <param name="Scale">How many pixels of a frame, across and down, one spike pixel stands for.</param>
/// <param name="Margin">How many ticks are recorded before and after each exposure.</param>
/// <param name="Seed">Another seed gives other noise and other initial voltages.</param>
[Stage("simulate-spikes")]
[Constant("SpikeTicks", "ExposeFrames * SimulateSpikesTicksPerFrame + 2 * SimulateSpikesMargin", "Ticks of one spike stream.")]
[Constant("SpikeHeight", "DecodeSizeHeight / SimulateSpikesScale", "Rows of a spike stream.")]
[Constant("SpikeWidth", "DecodeSizeWidth / SimulateSpikesScale", "Columns of a spike stream.")]
public sealed record SimulateSpikes(
    ISpikeModel? Model = null,
    ISpikeNoise? Noise = null,
    IReadOnlyList<ISensorFlaw>? Flaws = null,
    VoltageCourse Voltage = VoltageCourse.PerExposure,
    ColorFilter Color = ColorFilter.Gray,
    IResponse? Response = null,
    [Range(1, 1000, Unit = "ticks")] int TicksPerFrame = 1,
    [Range(1, 64, Unit = "pixels")] int Scale = 4,
    [Range(0, 100_000, Unit = "ticks")] int Margin = 20,
    [Range(0, int.MaxValue)] int Seed = 1) : IStage<Exposures, SpikeStreams>
{
    public ISpikeModel Model { get; } = Model ?? new PhysicalModel();

    public ISpikeNoise Noise { get; } = Noise ?? new InherentNoise();

    public IReadOnlyList<ISensorFlaw> Flaws { get; } = new ValueList<ISensorFlaw>(Flaws ?? []);

    public IResponse Response { get; } = Response ?? new EncodedResponse();

    /// <summary>The pixels of the sensor, flaws included.</summary>
    /// <exception cref="SpikeDataException">A flaw is given twice (SPIKE480).</exception>
    public SpikeModel Sensor
    {
        get
        {
            if (Flaws.CountBy(flaw => flaw.GetType()).FirstOrDefault(kind => kind.Value > 1) is { Key: { } twice })
                throw Errors.SameFlaw(twice, this);
            if (Flaws.Count == 0) return Model.Sensor;
            return Model.Sensor with { Flaws = Flaws.Aggregate(new SensorFlaws(), (flaws, flaw) => flaw.AddTo(flaws)) };
        }
    }

    /// <exception cref="SpikeDataException">The frames are smaller than one spike pixel (SPIKE414), or a flaw is given twice (SPIKE480).</exception>
    public SpikeStreams Apply(Exposures input)
    {
        FrameSize size = input.Clip.Size;
        return size.Width >= Scale && size.Height >= Scale ? new(input, this) : throw Errors.TooSmall(input.Clip, Scale, this);
    }
}
