namespace SpikeData.Calibration.Tests;

/// <summary>What a browser showed.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Bgr">[height, width, 3] bytes, blue, green, red.</param>
sealed record Screen(int Height, int Width, byte[] Bgr)
{
    /// <summary>How many pixels are as wanted, by blue, green and red.</summary>
    public int Count(Func<byte, byte, byte, bool> isWanted) => Bgr.Chunk(3).Count(pixel => isWanted(pixel[0], pixel[1], pixel[2]));

    /// <summary>Whether nothing reaches the borders on either side: what flows over its column does.</summary>
    public bool HasMargins => Enumerable.Range(0, Height).All(row => IsWhite(row, 0) && IsWhite(row, Width - 1));

    bool IsWhite(int row, int column) => Bgr.AsSpan((row * Width + column) * 3, 3).IndexOfAnyExcept((byte)255) < 0;
}
