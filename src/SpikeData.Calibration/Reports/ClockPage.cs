using System.Globalization;
using System.Text;

namespace SpikeData.Calibration;

/// <summary>A picture camera's clock as one HTML file, for a person to judge: the correlation over time offsets, and both signals laid over each other.</summary>
public static class ClockPage
{
    const double Width = 900, Height = 200, Margin = 44;

    /// <param name="estimate">The clock.</param>
    /// <param name="pictures">The signal of each picture.</param>
    /// <param name="spikes">The signal of each tick.</param>
    public static string Write(ClockEstimate estimate, double[] pictures, double[] spikes)
    {
        PictureClock clock = estimate.Clock;
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Clock</title><style>\n").Append(CalibrationPage.Style).Append("\n</style></head><body>\n<h1>Clock of a picture camera</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>Picture 0 was taken at tick {clock.FirstMiddle:F3} (middle of its exposure), the others {clock.TicksPerPicture:F5} ticks apart, with the shutter open for {clock.ExposureTicks:F2} ticks. Correlation {estimate.Correlation:F4}, confidence {estimate.Confidence:F2}.</p>\n");
        if (estimate.Confidence < 0.1) page.Append("<p class=\"warning\">Another moment fits nearly as well: the signal repeats itself. Use a light that flashes irregularly.</p>\n");
        page.Append("<h2>Time offset</h2>\n<p>Correlation of the two signals if picture 0 had been taken at other ticks.</p>\n<div id=\"offsets\">").Append(Plot([([.. estimate.Curve], "curve")])).Append("</div>\n");
        page.Append("<h2>Signals</h2>\n<p>Blue: what each picture saw. Orange: the mean of the ticks of its exposure. Both brought to equal mean and spread.</p>\n<div id=\"signals\">").Append(Plot(Signals(clock, pictures, spikes))).Append("</div>\n");
        return page.Append("</body></html>\n").ToString();
    }

    static (Point2[] Points, string Kind)[] Signals(PictureClock clock, double[] pictures, double[] spikes)
    {
        TickSums ticks = new(spikes);
        double half = clock.ExposureTicks / 2;
        int[] covered = [.. Enumerable.Range(0, pictures.Length).Where(picture => clock.Middle(picture) >= half && clock.Middle(picture) + half <= spikes.Length)];
        double[] seen = Even([.. covered.Select(picture => pictures[picture])]);
        double[] predicted = Even([.. covered.Select(picture => ticks.Mean(clock.Middle(picture) - half, clock.Middle(picture) + half))]);
        return [([.. covered.Zip(seen, (x, y) => new Point2(x, y))], "curve"), ([.. covered.Zip(predicted, (x, y) => new Point2(x, y))], "epipolar")];
    }

    static double[] Even(double[] numbers)
    {
        double mean = numbers.DefaultIfEmpty().Average(), spread = Math.Sqrt(numbers.Select(number => (number - mean) * (number - mean)).DefaultIfEmpty().Average());
        return Array.ConvertAll(numbers, number => (number - mean) / Math.Max(spread, 1e-12));
    }

    static string Plot((Point2[] Points, string Kind)[] lines)
    {
        Point2[] all = [.. lines.SelectMany(line => line.Points)];
        if (all.Length == 0) return "";
        (double left, double right) = (all.Min(point => point.X), all.Max(point => point.X));
        (double low, double high) = (all.Min(point => point.Y), all.Max(point => point.Y));
        Drawing drawing = new(Height + Margin, Width + Margin);
        foreach ((double share, double value) in new[] { (0, low), (0.5, (low + high) / 2), (1, high) })
        {
            double y = 8 + Height * (1 - share);
            drawing.Line(new(Margin, y), new(Margin + Width, y), "grid");
            drawing.Text(value.ToString("0.00", CultureInfo.InvariantCulture), Margin - 4, y + 4, "end");
        }

        drawing.Text(left.ToString("0", CultureInfo.InvariantCulture), Margin, Height + 26);
        drawing.Text(right.ToString("0", CultureInfo.InvariantCulture), Margin + Width, Height + 26, "end");
        foreach ((Point2[] points, string kind) in lines)
            drawing.Path(points.Select(point => new Point2(
                Margin + (point.X - left) / Math.Max(right - left, 1e-9) * Width, 8 + Height * (1 - (point.Y - low) / Math.Max(high - low, 1e-9)))), kind);
        return drawing.ToString();
    }
}
