using System.Globalization;

namespace SpikeData.Calibration;

/// <summary>Lines over a common axis, with round numbers along both axes, and a mark at what was found.</summary>
/// <param name="Across">What the horizontal axis is, and its unit.</param>
/// <param name="Up">What the vertical axis is, and its unit.</param>
/// <param name="Lines">The lines, each with the class that the page's style gives a color.</param>
sealed record LineChart(string Across, string Up, params (IReadOnlyList<Point2> Points, string Kind)[] Lines)
{
    const double Width = 900, Height = 260, Left = 66, Top = 30, Below = 50, Right = 16;

    /// <summary>So many points of a line can be told apart, and are dotted.</summary>
    const int MostDots = 60;

    /// <summary>Where a vertical line marks what was found, and its words.</summary>
    public (double At, string Words)? Mark { get; init; }

    /// <summary>Points without a line between them, and their class.</summary>
    public (IReadOnlyList<Point2> Points, string Kind)? Cloud { get; init; }

    public string Draw()
    {
        Point2[] all = [.. Lines.SelectMany(line => line.Points), .. Cloud?.Points ?? []];
        if (all.Length == 0) return "";
        (double left, double right) = Wide(all.Min(point => point.X), all.Max(point => point.X));
        (double low, double high) = Wide(all.Min(point => point.Y), all.Max(point => point.Y));
        (low, high) = RoundNumbers.Around(low, high, 6);
        Drawing drawing = new(Top + Height + Below, Left + Width + Right);
        foreach (double value in RoundNumbers.Between(low, high, 6))
        {
            drawing.Line(new(Left, Y(value)), new(Left + Width, Y(value)), "grid");
            drawing.Text(Number(value), Left - 8, Y(value) + 4, "end");
        }

        foreach (double value in RoundNumbers.Between(left, right, 9))
        {
            drawing.Line(new(X(value), Top + Height), new(X(value), Top + Height + 5), "axis");
            drawing.Text(Number(value), X(value), Top + Height + 19, "middle");
        }

        drawing.Path([new(Left, Top), new(Left, Top + Height), new(Left + Width, Top + Height)], "axis");
        if (Mark is { } mark)
        {
            drawing.Line(new(X(mark.At), Top), new(X(mark.At), Top + Height), "found");
            double share = (X(mark.At) - Left) / Width;
            drawing.Text(mark.Words, X(mark.At), Top - 6, share < 0.2 ? "start" : share > 0.8 ? "end" : "middle");
        }

        foreach ((IReadOnlyList<Point2> points, string kind) in Lines) Draw(drawing, [.. points.Select(Place)], kind);
        if (Cloud is { } cloud)
            foreach (Point2 point in cloud.Points) drawing.Spot(Place(point), 2, cloud.Kind);
        drawing.Text(Across, Left + Width / 2, Top + Height + 42, "middle");
        drawing.Text(Up, 0, Top - 12);
        return drawing.ToString();

        Point2 Place(Point2 point) => new(X(point.X), Y(point.Y));

        double X(double value) => Left + (value - left) / (right - left) * Width;

        double Y(double value) => Top + Height * (1 - (value - low) / (high - low));
    }

    static void Draw(Drawing drawing, Point2[] places, string kind)
    {
        drawing.Path(places, kind);
        if (places.Length > MostDots) return;
        foreach (Point2 place in places) drawing.Spot(place, 2.5, kind);
    }

    static (double Low, double High) Wide(double low, double high) => high - low < 1e-9 ? (low - 0.5, high + 0.5) : (low, high);

    static string Number(double value) => (Math.Abs(value) < 1e-12 ? 0 : value).ToString("G5", CultureInfo.InvariantCulture);
}
