namespace SpikeData.Calibration;

/// <summary>What a rig recorded, with the ticks of every exposure known.</summary>
public sealed record SynchronisedRecording(RigRecording Recording, PictureClock Clock);
