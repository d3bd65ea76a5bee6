namespace SpikeData.Imaging;

/// <summary>The shortest code for symbols that occur more or less often (Huffman 1952), with a limit to the length of each symbol's code.</summary>
/// <param name="symbols">How many symbols there are.</param>
/// <param name="longest">The most bits that a code may have.</param>
sealed class PrefixCode(int symbols, int longest)
{
    readonly byte[] lengths = new byte[symbols];
    readonly ushort[] codes = new ushort[symbols];

    /// <summary>How often each symbol occurs; to be counted before <see cref="Choose"/>.</summary>
    public int[] Frequencies { get; } = new int[symbols];

    public ReadOnlySpan<byte> Lengths => lengths;

    /// <summary>The bits of each code in the order in which they are stored.</summary>
    public ReadOnlySpan<ushort> Codes => codes;

    /// <summary>How many bits all symbols take together.</summary>
    public long Cost()
    {
        long cost = 0;
        for (int symbol = 0; symbol < symbols; symbol++) cost += (long)Frequencies[symbol] * lengths[symbol];
        return cost;
    }

    /// <summary>Chooses the lengths for what was counted, and from them the codes.</summary>
    public void Choose()
    {
        Array.Clear(lengths);
        int[] used = [.. Enumerable.Range(0, symbols).Where(symbol => Frequencies[symbol] > 0)];
        long[] weights = [.. used.Select(symbol => (long)Frequencies[symbol])];
        // Weights that are more alike give codes whose lengths are more alike; at the end all weights are 1.
        while (!TryChoose(used, weights)) weights = [.. weights.Select(weight => (weight + 1) / 2)];
        Assign();
    }

    bool TryChoose(int[] used, long[] weights)
    {
        if (used.Length < 2)
        {
            // Decoders want a code to be there, used or not.
            lengths[used.Length == 0 ? 0 : used[0]] = 1;
            return true;
        }

        int[] depths = Depths(weights);
        for (int index = 0; index < used.Length; index++)
        {
            if (depths[index] > longest) return false;
            lengths[used[index]] = (byte)depths[index];
        }

        return true;
    }

    /// <summary>Joins the two lightest trees until one is left. Joined trees come in the order of their weights, so that two queues do.</summary>
    static int[] Depths(long[] weights)
    {
        int leaves = weights.Length, root = (2 * leaves) - 2, leaf = 0, tree = leaves;
        int[] order = [.. Enumerable.Range(0, leaves).OrderBy(index => weights[index])], parents = new int[root + 1], depths = new int[root + 1];
        long[] joined = new long[root + 1];
        for (int node = leaves; node <= root; node++)
        {
            joined[node] = Lightest(node) + Lightest(node);
        }

        for (int node = root - 1; node >= 0; node--) depths[node] = depths[parents[node]] + 1;
        return depths[..leaves];

        long Lightest(int parent)
        {
            bool takesLeaf = leaf < leaves && (tree >= parent || weights[order[leaf]] <= joined[tree]);
            int taken = takesLeaf ? order[leaf++] : tree++;
            parents[taken] = parent;
            return takesLeaf ? weights[taken] : joined[taken];
        }
    }

    /// <summary>Codes of the same length follow each other, and longer ones follow shorter ones.</summary>
    void Assign()
    {
        int code = 0;
        for (int length = 1; length <= longest; length++, code <<= 1)
        for (int symbol = 0; symbol < symbols; symbol++)
        {
            if (lengths[symbol] == length) codes[symbol] = Stored(code++, length);
        }
    }

    static ushort Stored(int code, int length)
    {
        int stored = 0;
        for (int bit = 0; bit < length; bit++) stored |= ((code >> bit) & 1) << (length - 1 - bit);
        return (ushort)stored;
    }
}
