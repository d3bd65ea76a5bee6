namespace SpikeData.Training;

/// <summary>Pixels of a tensor that become pixels of another one.</summary>
/// <param name="From">Where they lie in the source.</param>
/// <param name="To">Where they go.</param>
/// <param name="Size">How many images, channels, rows and columns.</param>
readonly record struct Piece(Tensor Source, PixelGrid From, PixelGrid To, Shape Size);
