namespace SpikeData.Imaging;

/// <summary>The words for the orders of rows.</summary>
public static class RowOrders
{
    /// <summary>The word of an order, as in YAML and on the command line.</summary>
    public static string Word(this RowOrder rows) => rows == RowOrder.TopDown ? "top-down" : "bottom-up";

    /// <summary>The order that a word means.</summary>
    public static bool TryParse(string word, out RowOrder rows)
    {
        rows = word == "top-down" ? RowOrder.TopDown : RowOrder.BottomUp;
        return word == rows.Word();
    }
}
