using System.Globalization;

namespace SpikeData.Calibration;

/// <summary>Lines over a common axis, with round numbers along both axes, and a mark at what was found.</summary>
/// <param name="Across">What the horizontal axis is.</param>
/// <param name="Up">What the vertical axis is.</param>
/// <param name="Lines">The lines, each with the class that the page's style gives a color.</param>
sealed record LineChart(string Across, string Up, params (IReadOnlyList<Point2> Points, string Kind)[] Lines)
{
    const double Width = 860, Height = 220, Left = 62, Top = 14, Below = 46;

    /// <summary>Where a vertical line marks what was found, and its words.</summary>
    public (double At, string Words)? Mark { get; init; }

    public string Draw()
    {
        Point2[] all = [.. Lines.SelectMany(line => line.Points)];
        if (all.Length == 0) return "";
        (double left, double right) = (all.Min(point => point.X), all.Max(point => point.X));
        (double low, double high) = (all.Min(point => point.Y), all.Max(point => point.Y));
        if (right - left < 1e-9) right = left + 1;
        if (high - low < 1e-9) high = low + 1;
        Drawing drawing = new(Top + Height + Below, Left + Width + 10);
        foreach (double value in RoundNumbers.Between(low, high, 6))
        {
            drawing.Line(new(Left, Y(value)), new(Left + Width, Y(value)), "grid");
            drawing.Text(Number(value), Left - 6, Y(value) + 4, "end");
        }

        foreach (double value in RoundNumbers.Between(left, right, 8))
        {
            drawing.Line(new(X(value), Top + Height), new(X(value), Top + Height + 4), "grid");
            drawing.Text(Number(value), X(value), Top + Height + 17, "middle");
        }

        foreach ((IReadOnlyList<Point2> points, string kind) in Lines) drawing.Path(points.Select(point => new Point2(X(point.X), Y(point.Y))), kind);
        if (Mark is { } mark)
        {
            drawing.Line(new(X(mark.At), Top), new(X(mark.At), Top + Height), "found");
            bool isRight = X(mark.At) > Left + Width / 2;
            drawing.Text(mark.Words, X(mark.At) + (isRight ? -5 : 5), Top + 10, isRight ? "end" : "start");
        }

        drawing.Text(Across, Left + Width / 2, Top + Height + 38, "middle");
        drawing.Text(Up, Left, Top - 3);
        return drawing.ToString();

        double X(double value) => Left + (value - left) / (right - left) * Width;

        double Y(double value) => Top + Height * (1 - (value - low) / (high - low));
    }

    static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
