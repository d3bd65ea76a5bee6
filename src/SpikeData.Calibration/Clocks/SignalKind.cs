namespace SpikeData.Calibration;

/// <summary>What both cameras of a rig saw change, so that their clocks can be compared.</summary>
public enum SignalKind
{
    /// <summary>The mean brightness of the scene, or of given parts of it.</summary>
    Brightness,

    /// <summary>A light that flashes irregularly somewhere in the scene; its place is found in both cameras.</summary>
    Flash,

    /// <summary>How much of the scene moves.</summary>
    Motion,
}
