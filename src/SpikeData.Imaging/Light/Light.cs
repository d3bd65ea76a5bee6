using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The unit of light in the data path: whole numbers of 2^-28 of full scale, so that sums are exact and equal on every machine.</summary>
public static class Light
{
    /// <summary>The bits behind the binary point.</summary>
    public const int FractionBits = 28;

    /// <summary>The brightest an 8-bit frame can be.</summary>
    public const int Full = 1 << FractionBits;

    /// <summary>Rounds a gray value from 0 to 1 to the nearest unit of light.</summary>
    /// <exception cref="SpikeDataException">SPIKE465: the value is not between 0 and 1.</exception>
    public static int Of(double gray) => gray is >= 0 and <= 1
        ? (int)Math.Round(gray * Full, MidpointRounding.ToEven)
        : throw new SpikeDataException("SPIKE465", $"A gray value of {gray} is not between 0 and 1; divide 8-bit frames by 255.");
}
