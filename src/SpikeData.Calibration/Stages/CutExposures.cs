using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Cuts the spikes of each picture's exposure out of the recording, with a margin on either side.</summary>
/// <param name="Margin">How many ticks before and after each exposure.</param>
[Stage("cut-exposures")]
public sealed record CutExposures([Range(0, 100_000, Unit = "ticks")] int Margin = 20) : IStage<RectifiedPictures, CutSpikes>
{
    public CutSpikes Apply(RectifiedPictures input) => new(input, Margin);
}
