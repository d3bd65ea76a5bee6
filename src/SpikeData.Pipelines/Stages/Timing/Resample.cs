namespace SpikeData.Pipelines;

/// <summary>For each instant of an even course, the frame that is nearest in time: frames repeat where there are too few, and are left out where there are too many.</summary>
/// <param name="Rate">How many frames a second.</param>
[Variant("resample")]
public sealed record Resample([Range(0.001, 100_000, Unit = "frames per second")] double Rate) : ITiming;
