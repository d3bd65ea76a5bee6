namespace SpikeData.Training;

/// <summary>A rectangle of spike pixels; the pictures' pixels follow from how much smaller spikes are.</summary>
public readonly record struct SpikeWindow(int Top, int Left, int Height, int Width);
