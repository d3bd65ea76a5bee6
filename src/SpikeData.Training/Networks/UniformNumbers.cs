using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Random floats spread evenly over an interval around zero: 24 bits each, the same on every machine.</summary>
static class UniformNumbers
{
    public static float[] Draw(int count, float bound, PhiloxKey key)
    {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i += 4)
        {
            (uint a, uint b, uint c, uint d) = Philox.Draw((uint)i / 4, 0, 0, 0, key);
            ReadOnlySpan<uint> words = [a, b, c, d];
            for (int j = 0; j < 4 && i + j < count; j++) numbers[i + j] = Spread(words[j], bound);
        }

        return numbers;
    }

    /// <summary>The middle of one of 2^24 equal cells of the interval.</summary>
    static float Spread(uint word, float bound) => (float)(((word >> 8) + 0.5) / (1 << 23) - 1) * bound;
}
