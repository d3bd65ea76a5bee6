using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A row of random decisions that depends on where it is asked for, not on what was decided before.</summary>
/// <param name="key">The seed and what it decides on.</param>
/// <param name="epoch">The epoch, or whatever else is counted.</param>
/// <param name="place">The place in the epoch.</param>
sealed class Rng(PhiloxKey key, int epoch, int place)
{
    const float CellsOfAFloat = 1 << 24;

    readonly uint[] words = new uint[4];
    uint drawn;

    /// <summary>A whole number from 0 to one less than the count.</summary>
    public int Below(int count) => Below(Next(), count);

    public bool Toss() => Below(2) == 1;

    /// <summary>A number between two others, the upper one left out.</summary>
    public float Between(float low, float high) => low + (high - low) * ((Next() >> 8) / CellsOfAFloat);

    internal static int Below(uint word, int count) => (int)((ulong)word * (uint)count >> 32);

    uint Next()
    {
        if (drawn % words.Length == 0) (words[0], words[1], words[2], words[3]) = Philox.Draw((uint)epoch, (uint)place, drawn / (uint)words.Length, 0, key);
        return words[drawn++ % words.Length];
    }
}
