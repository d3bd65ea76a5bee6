using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Columns that a camera stores among the pixels of each row and that are no pixels, such as <c>400..415</c> of 416.</summary>
/// <remarks>Counted from 0 in the stored row, the last one included; several stand with commas: <c>500..511,1012..1023</c>.</remarks>
public sealed class HeaderColumns
{
    readonly (int First, int Last)[] ranges;

    HeaderColumns((int First, int Last)[] ranges) => this.ranges = ranges;

    /// <summary>How many there are in a row.</summary>
    public int Count => ranges.Sum(range => range.Last - range.First + 1);

    /// <exception cref="SpikeDataException">SPIKE457: the text is not of the form <c>400..415</c>, or its columns do not rise.</exception>
    public static HeaderColumns Parse(string text)
    {
        (int First, int Last)[] ranges = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Range)];
        for (int next = 1; next < ranges.Length; next++)
            if (ranges[next].First <= ranges[next - 1].Last) throw Unreadable(text);
        return new(ranges);

        (int First, int Last) Range(string part)
        {
            string[] ends = part.Split("..");
            return ends.Length == 2 && Column(ends[0], out int first) && Column(ends[1], out int last) && first <= last ? (first, last) : throw Unreadable(text);
        }
    }

    public override string ToString() => string.Join(",", ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.First}..{range.Last}")));

    /// <summary>The runs of pixels between them.</summary>
    /// <param name="storedWidth">Columns of a row, those without pixels included.</param>
    /// <exception cref="SpikeDataException">SPIKE457: some lie beyond the row.</exception>
    internal (int First, int Length)[] Pixels(int storedWidth)
    {
        if (ranges[^1].Last >= storedWidth)
            throw new SpikeDataException("SPIKE457", $"The header columns {this} lie beyond a row of {storedWidth}, which is the sensor's width and these columns. Columns are counted from 0.");
        List<(int, int)> runs = [];
        int next = 0;
        foreach ((int first, int last) in ranges)
        {
            if (first > next) runs.Add((next, first - next));
            next = last + 1;
        }

        if (storedWidth > next) runs.Add((next, storedWidth - next));
        return [.. runs];
    }

    static bool Column(string digits, out int column) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out column) && column < 1 << 20;

    static SpikeDataException Unreadable(string text) => new("SPIKE457",
        $"'{text}' are no header columns; write the first and the last of each run in rising order, such as 400..415 or 500..511,1012..1023.");
}
