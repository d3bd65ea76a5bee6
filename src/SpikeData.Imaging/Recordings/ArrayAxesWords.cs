namespace SpikeData.Imaging;

/// <summary>The words for the orders of axes.</summary>
public static class ArrayAxesWords
{
    const string Usual = "thw";

    /// <summary>The word of an order, as in YAML and on the command line: <c>hwt</c>.</summary>
    public static string Word(this ArrayAxes axes) => axes.ToString().ToLowerInvariant();

    /// <summary>The order that a word means.</summary>
    public static bool TryParse(string word, out ArrayAxes axes)
    {
        foreach (ArrayAxes one in Enum.GetValues<ArrayAxes>())
        {
            axes = one;
            if (one.Word() == word) return true;
        }

        axes = default;
        return false;
    }

    /// <summary>The order with ticks at a place, height before width.</summary>
    internal static ArrayAxes WithTicksAt(int place) => Enum.Parse<ArrayAxes>("hw".Insert(place, "t"), ignoreCase: true);

    /// <summary>The order in words: [ticks, height, width].</summary>
    internal static string Describe(this ArrayAxes axes) =>
        $"[{string.Join(", ", axes.Word().Select(letter => letter switch { 't' => "ticks", 'h' => "height", _ => "width" }))}]";

    /// <summary>Where in an order the ticks, the rows and the columns are.</summary>
    internal static int[] Places(this ArrayAxes axes) => [.. Usual.Select(letter => axes.Word().IndexOf(letter, StringComparison.Ordinal))];
}
