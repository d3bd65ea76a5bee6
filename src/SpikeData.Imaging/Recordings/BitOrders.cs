namespace SpikeData.Imaging;

/// <summary>The words for the orders of bits.</summary>
public static class BitOrders
{
    /// <summary>The word of an order, as in YAML and on the command line.</summary>
    public static string Word(this BitOrder bits) => bits == BitOrder.LeastFirst ? "lsb" : "msb";

    /// <summary>The order that a word means; numpy's words are understood too.</summary>
    public static bool TryParse(string word, out BitOrder bits)
    {
        bits = word is "msb" or "big" ? BitOrder.MostFirst : BitOrder.LeastFirst;
        return word is "lsb" or "little" or "msb" or "big";
    }
}
