using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Warps pictures onto the spike camera's sensor, on a finer grid, so that spikes are never resampled.</summary>
/// <param name="Scale">Picture pixels to a spike pixel along each axis; 4 gives 1600x1000 for 400x250.</param>
/// <param name="Pictures">The kind of files: png keeps every level, jpg (quality 95) is what the published loader expects of real data.</param>
/// <param name="Depth">How far in front of the spike camera the scene is, in the unit of the calibration; far away unless given.</param>
/// <param name="SlopeRight">How much further away the scene is for each unit to the right: 1 for a wall turned by 45 degrees.</param>
/// <param name="SlopeDown">How much further away it is for each unit downwards.</param>
[Stage("rectify", Version = 2)]
public sealed record Rectify(
    [Range(1, 16, Unit = "pixels")] int Scale = 4,
    PictureFormat Pictures = PictureFormat.Png,
    [Range(1e-6, 1e9, Unit = "units of the calibration")] double? Depth = null,
    [Range(-100, 100, Unit = "of depth per unit")] double SlopeRight = 0,
    [Range(-100, 100, Unit = "of depth per unit")] double SlopeDown = 0) : IStage<SynchronisedRecording, RectifiedPictures>
{
    /// <exception cref="Compute.SpikeDataException">SPIKE621: the scene slopes, and it is not said how far away it is.</exception>
    public RectifiedPictures Apply(SynchronisedRecording input) => new(input, new(input.Recording.Rig, Scale, ScenePlane.Of(Depth, SlopeRight, SlopeDown)), Pictures);
}
