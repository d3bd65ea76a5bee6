using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>A flat calibration board with marks at known places.</summary>
/// <param name="Pattern">What is printed on it.</param>
/// <param name="Columns">Marks in a row: inner corners of a checkerboard (one less than its squares), disks of a circle board.</param>
/// <param name="Rows">Rows of marks.</param>
/// <param name="Spacing">From one corner to the next; of a circle board, half the distance of disks in one row, which is also that of two rows.</param>
public sealed record Board(BoardPattern Pattern, int Columns, int Rows, double Spacing)
{
    /// <summary>What <see cref="Spacing"/> is counted in, and with it every length of a calibration: "squares", "mm".</summary>
    public string Unit { get; init; } = "squares";

    /// <summary>Where the marks are on the board, row by row: x along a row, y from row to row, z = 0.</summary>
    public IReadOnlyList<Point3> Points =>
    [
        .. from row in Enumerable.Range(0, Rows)
           from column in Enumerable.Range(0, Columns)
           select new Point3((Pattern == BoardPattern.Checkerboard ? column : 2 * column + row % 2) * Spacing, row * Spacing, 0),
    ];

    /// <summary>Reads a size such as <c>9x6</c>.</summary>
    /// <param name="size">Marks in a row x rows of marks.</param>
    /// <param name="spacing">In any unit; lengths of the calibration are in it too.</param>
    /// <param name="pattern">What is printed on it.</param>
    /// <exception cref="SpikeDataException">SPIKE600: this is no board.</exception>
    public static Board Parse(string size, double spacing, BoardPattern pattern = BoardPattern.Checkerboard)
    {
        string[] parts = size.Split('x');
        if (parts.Length != 2 || !Number(parts[0], out int columns) || !Number(parts[1], out int rows)) throw Errors.BoardSize(size);
        return spacing is > 0 and < double.PositiveInfinity ? new(pattern, columns, rows, spacing) : throw Errors.Spacing(spacing);

        static bool Number(string digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 3 and <= 100;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Pattern == BoardPattern.Checkerboard ? "checkerboard" : "asymmetric circle board")} of {Columns}x{Rows} {(Pattern == BoardPattern.Checkerboard ? "inner corners" : "disks")}");
}
