namespace SpikeData.Training;

/// <summary>What a convolution sees beyond the borders of its input: so many rows and columns of zeros, or of repeated border pixels.</summary>
/// <param name="Columns">What lies left and right: zeros, or the border pixel repeated. Above and below are zeros in any case.</param>
public readonly record struct Padding(int Top, int Bottom, int Left, int Right, Border Columns = Border.Zeros)
{
    public bool IsNone => (Top | Bottom | Left | Right) == 0;

    /// <summary>The same number of zeros on all sides.</summary>
    public static Padding All(int pixels) => new(pixels, pixels, pixels, pixels);
}
