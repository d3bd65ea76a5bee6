namespace SpikeData.Training;

/// <summary>How many images a tensor holds, with how many channels, rows and columns.</summary>
/// <remarks>
/// In memory the channels of a pixel are neighbors, then come the pixels of a row, the rows of an image, the images
/// (docs/decisions/0010-training-core.md says why). Files and PyTorch order numbers as batch, channels, height, width.
/// </remarks>
public readonly record struct Shape(int Batch, int Channels, int Height, int Width)
{
    /// <summary>A single number.</summary>
    public static Shape Scalar => new(1, 1, 1, 1);

    /// <summary>How many pixels all images have together.</summary>
    public int Pixels => checked(Batch * Height * Width);

    /// <summary>How many numbers the tensor holds.</summary>
    public int Length => checked(Pixels * Channels);

    public override string ToString() => $"[{Batch}, {Channels}, {Height}, {Width}]";
}
