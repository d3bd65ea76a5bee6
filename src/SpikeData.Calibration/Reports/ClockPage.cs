using System.Globalization;
using System.Text;

namespace SpikeData.Calibration;

/// <summary>A picture camera's clock as one HTML file, for a person to judge: the correlation over time offsets, both signals laid over each other, the exposure by blur.</summary>
public static class ClockPage
{
    /// <param name="estimate">The clock.</param>
    /// <param name="signal">What it was found from.</param>
    public static string Write(ClockEstimate estimate, SharedSignal signal)
    {
        PictureClock clock = estimate.Clock;
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Clock</title><style>\n").Append(CalibrationPage.Style).Append("\n</style></head><body>\n<h1>Clock of a picture camera</h1>\n");
        if (estimate.Confidence < 0.1) page.Append("<p class=\"warning\">Another moment fits nearly as well: the signal repeats itself. Use a light that flashes irregularly.</p>\n");
        page.Append("<table id=\"figures\"><tr><th>middle of picture 0</th><th>from picture to picture</th><th>exposure</th><th>correlation</th><th>confidence</th></tr>\n");
        page.Append(CultureInfo.InvariantCulture, $"<tr><td>tick {clock.FirstMiddle:F3}{Error(estimate.ErrorTicks)}</td><td>{clock.TicksPerPicture:F5} ticks</td><td>{clock.ExposureTicks:F2} ticks</td><td>{estimate.Correlation:F4}</td><td>{estimate.Confidence:F2}</td></tr></table>\n");
        page.Append("<h2>Time offset</h2>\n<p>How well the two signals agree if picture 0 had been taken at other ticks. The peak should stand alone.</p>\n<div class=\"chart\" id=\"offsets\">");
        page.Append(new LineChart("moment of picture 0, ticks", "correlation of pictures and ticks", (estimate.Curve, "curve")) { Mark = (clock.FirstMiddle, string.Create(CultureInfo.InvariantCulture, $"tick {clock.FirstMiddle:F1}")) }.Draw()).Append("</div>\n");
        page.Append("<h2>Signals</h2>\n<p><b class=\"curve\">Blue</b>: what each picture shows. <b class=\"predicted\">Orange</b>: what the ticks of its exposure give. Both brought to equal mean and spread; they should lie on each other.</p>\n<div class=\"chart\" id=\"signals\">");
        page.Append(new LineChart("number of the picture", "standard deviations from the mean", Signals(clock, signal)).Draw()).Append("</div>\n");
        if (estimate.Blur is { } blur) Append(page, blur);
        return page.Append("</body></html>\n").ToString();
    }

    static void Append(StringBuilder page, ExposureEstimate blur)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Exposure</h2>\n<p>How much {blur.Pictures} pictures look like the spikes of their middle ticks, C N<sub>T</sub> / T, for every number of ticks T. ");
        page.Append(blur.IsUnsure ? "</p>\n" : string.Create(CultureInfo.InvariantCulture, $"Highest at {blur.ExposureTicks:F2} ticks{Error(blur.ErrorTicks)}.</p>\n"));
        if (blur.Doubt is { } doubt) page.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">The blur does not tell the exposure: {doubt}. The one above comes from the signal.</p>\n");
        if (blur.Curve.Count < 3) return;
        LineChart chart = new("exposure T, ticks", "correlation of pictures and spikes", (blur.Curve, "curve"));
        if (!blur.IsUnsure) chart = chart with { Mark = (blur.ExposureTicks, string.Create(CultureInfo.InvariantCulture, $"{blur.ExposureTicks:F1} ticks")) };
        page.Append("<div class=\"chart\" id=\"exposures\">").Append(chart.Draw()).Append("</div>\n");
    }

    static string Error(double ticks) => double.IsNaN(ticks) ? "" : string.Create(CultureInfo.InvariantCulture, $" ± {ticks:F2}");

    static (IReadOnlyList<Point2> Points, string Kind)[] Signals(PictureClock clock, SharedSignal signal)
    {
        (int first, int last) = signal.Covered(clock);
        int[] covered = [.. Enumerable.Range(first, Math.Max(0, last - first + 1))];
        return [(Even(covered, picture => signal.Pictures[picture]), "curve"), (Even(covered, picture => signal.Predict(clock.Middle(picture), clock)), "predicted")];
    }

    static Point2[] Even(int[] pictures, Func<int, double> signal)
    {
        double[] numbers = Array.ConvertAll(pictures, picture => signal(picture));
        double mean = numbers.DefaultIfEmpty().Average(), spread = Math.Sqrt(numbers.Select(number => (number - mean) * (number - mean)).DefaultIfEmpty().Average());
        return [.. pictures.Zip(numbers, (picture, number) => new Point2(picture, (number - mean) / Math.Max(spread, 1e-12)))];
    }
}
