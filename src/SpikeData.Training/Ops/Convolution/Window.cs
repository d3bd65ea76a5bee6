namespace SpikeData.Training;

/// <summary>What a convolution looks at around a pixel: rows of numbers that are neighbors in memory.</summary>
/// <param name="Rows">How many rows of the image.</param>
/// <param name="RowPitch">How far the next row lies.</param>
/// <param name="Run">How many numbers of each row: columns times input channels.</param>
public readonly record struct Window(int Rows, int RowPitch, int Run);
