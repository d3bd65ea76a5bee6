namespace SpikeData.Imaging;

/// <summary>A place on a <see cref="Canvas"/>, in pixels from its upper left corner.</summary>
public readonly record struct PaperFrame(int X, int Y, int Height, int Width);
