using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Integrates light per pixel and fires a spike each time the voltage reaches the threshold, one tick per frame.</summary>
/// <param name="Model">The sensor; physical unless given.</param>
/// <param name="Noise">Spikes that no light caused; inherent unless given.</param>
/// <param name="Scale">How many pixels of a frame, across and down, one spike pixel stands for.</param>
/// <param name="Margin">How many ticks are recorded before and after each exposure.</param>
/// <param name="Seed">Another seed gives other noise and other initial voltages.</param>
[Stage("simulate-spikes")]
[Constant("SpikeTicks", "ExposeFrames + 2 * SimulateSpikesMargin", "Ticks of one spike stream.")]
[Constant("SpikeHeight", "DecodeSizeHeight / SimulateSpikesScale", "Rows of a spike stream.")]
[Constant("SpikeWidth", "DecodeSizeWidth / SimulateSpikesScale", "Columns of a spike stream.")]
public sealed record SimulateSpikes(
    ISpikeModel? Model = null,
    ISpikeNoise? Noise = null,
    [Range(1, 64, Unit = "pixels")] int Scale = 4,
    [Range(0, 100_000, Unit = "ticks")] int Margin = 20,
    [Range(0, int.MaxValue)] int Seed = 1) : IStage<Exposures, SpikeStreams>
{
    public ISpikeModel Model { get; } = Model ?? new PhysicalModel();

    public ISpikeNoise Noise { get; } = Noise ?? new InherentNoise();

    /// <exception cref="SpikeDataException">The frames are smaller than one spike pixel (SPIKE414).</exception>
    public SpikeStreams Apply(Exposures input)
    {
        FrameSize size = input.Clip.Size;
        return size.Width >= Scale && size.Height >= Scale ? new(input, this) : throw Errors.TooSmall(input.Clip, Scale, this);
    }
}
