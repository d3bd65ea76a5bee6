namespace SpikeData.Imaging;

/// <summary>Square patches that cover a picture and overlap by half: 8 x 8 pixels, every 4 pixels, the last ones moved inward to the border.</summary>
static class PatchGrid
{
    /// <summary>Pixels along a side of a patch.</summary>
    public const int Size = 8;

    /// <summary>Pixels from one patch to the next.</summary>
    public const int Stride = 4;

    /// <summary>How many patches cover a line.</summary>
    public static int Count(int pixels) => Math.Max(0, pixels - Size + Stride - 1) / Stride + 1;

    /// <summary>Where the last patch of a line begins.</summary>
    public static int Last(int pixels) => Math.Max(0, pixels - Size);
}
