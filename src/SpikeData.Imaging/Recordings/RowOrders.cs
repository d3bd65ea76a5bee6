namespace SpikeData.Imaging;

/// <summary>The words for the orders of rows.</summary>
public static class RowOrders
{
    /// <summary>The word of an order, as in YAML and on the command line.</summary>
    public static string Word(this RowOrder rows) => rows == RowOrder.TopDown ? "top-down" : "bottom-up";

    /// <summary>Turns a frame of bytes upside down.</summary>
    internal static void Flip(Span<byte> frame, int width)
    {
        byte[] row = new byte[width];
        for (int upper = 0, lower = frame.Length - width; upper < lower; upper += width, lower -= width)
        {
            Span<byte> high = frame.Slice(upper, width), low = frame.Slice(lower, width);
            high.CopyTo(row);
            low.CopyTo(high);
            row.CopyTo(low);
        }
    }

    /// <summary>The order that a word means.</summary>
    public static bool TryParse(string word, out RowOrder rows)
    {
        rows = word == "top-down" ? RowOrder.TopDown : RowOrder.BottomUp;
        return word == rows.Word();
    }
}
