namespace SpikeData.Imaging;

/// <summary>Division where there is none: multiply high by the reciprocal, then correct by one.</summary>
static class Reciprocal
{
    /// <summary>2^32 / divisor rounded down, as an unsigned number; the quotient it gives is right or one too small.</summary>
    public static int Of(int divisor) => (int)(uint)Math.Min((1L << 32) / divisor, uint.MaxValue);
}
