namespace SpikeData.Imaging;

/// <summary>The pictures of an animation.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="IsGray">Whether they are gray, one byte a pixel, or blue, green, red.</param>
/// <param name="FramesPerSecond">How fast they are shown.</param>
public sealed record AnimationFormat(int Height, int Width, bool IsGray, double FramesPerSecond = 20)
{
    /// <summary>Bytes of one picture.</summary>
    public int Bytes => checked(Height * Width * (IsGray ? 1 : 3));
}
