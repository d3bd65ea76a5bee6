using System.Globalization;
using System.Text;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>A spike camera's photometry as one HTML file, for a person to judge: maps of all pixels, those that cannot be trusted, and the pictures' tone curve.</summary>
public static class PhotometryPage
{
    public static string Write(Photometry photometry)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Photometry</title><style>\n").Append(CalibrationPage.Style).Append("\n</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Photometry of a spike camera</h1>\n<p>{photometry.Width}x{photometry.Height} pixels; {Escaped.Html(photometry.Source)}.</p>\n");
        page.Append("<table id=\"figures\"><tr><th></th><th>mean</th><th>spread over pixels</th><th>error of a pixel</th><th>confidence</th></tr>\n");
        Row(page, "dark rate, spikes per tick", photometry.Dark);
        Row(page, "answer to light, the usual one 1", photometry.Flat);
        page.Append("</table>\n");
        if (photometry.DarkAtMost is { } most) page.Append(CultureInfo.InvariantCulture, $"<p>Nothing was recorded in the dark; the usual dark rate is at most {most:G3} spikes per tick, which the darkest pixel fired.</p>\n");
        page.Append("<p>Confidence is the share of what sets pixels apart that two halves of the recordings agree on. Below about a half, a map is mostly chance and should not be applied.</p>\n");
        if (photometry.Dark is not null || photometry.Flat is not null)
        {
            page.Append("<h2>Maps of all pixels</h2>\n<div class=\"views\" id=\"maps\">\n");
            Map(page, "Dark current, spikes per tick", "dark", photometry, photometry.Dark);
            Map(page, "Flat field: answer to light, the usual one 1", "flat", photometry, photometry.Flat);
            page.Append("</div>\n");
        }

        Defects(page, photometry);
        if (photometry.Response is { } response) Curve(page, response);
        return page.Append("</body></html>\n").ToString();
    }

    static void Row(StringBuilder page, string what, PixelMap? map) => page.Append(map is null
        ? $"<tr><th>{what}</th><td colspan=\"4\">not known</td></tr>\n"
        : string.Create(CultureInfo.InvariantCulture, $"<tr><th>{what}</th><td>{map.Mean:G4}</td><td>{map.Spread:G3}</td><td>{map.Error:G2}</td><td>{map.Confidence:F2}</td></tr>\n"));

    static void Map(StringBuilder page, string title, string id, Photometry photometry, PixelMap? map)
    {
        if (map is null) return;
        double[] sorted = [.. map.Values.Order()];
        (double low, double high) = (sorted[sorted.Length / 100], sorted[^(1 + sorted.Length / 100)]);
        byte[] gray = Array.ConvertAll(map.Values, value => (byte)Math.Round(255 * Math.Clamp((value - low) / Math.Max(high - low, 1e-12), 0, 1)));
        page.Append(CultureInfo.InvariantCulture, $"<figure id=\"{id}\">{new Drawing(photometry.Height, photometry.Width).Picture(new(title, photometry.Height, photometry.Width, gray))}");
        page.Append(CultureInfo.InvariantCulture, $"<figcaption>{title}: {low:G3}<span class=\"scale\"></span>{high:G3}</figcaption></figure>\n");
    }

    static void Defects(StringBuilder page, Photometry photometry)
    {
        int hot = photometry.Defects.Count(defect => defect.Kind == DefectKind.Hot);
        page.Append("<h2>Pixels that cannot be trusted</h2>\n");
        if (photometry.Defects.Count == 0)
        {
            page.Append("<p>None stands out.</p>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>{hot} <b class=\"hot\">hot</b>, {photometry.Defects.Count - hot} <b class=\"dead\">dead</b>.</p>\n<figure class=\"chart\" id=\"defects\">");
        Drawing drawing = new(photometry.Height, photometry.Width);
        drawing.Bar(0, 0, photometry.Width, photometry.Height, "sensor");
        foreach (PixelDefect defect in photometry.Defects) drawing.Dot(new(defect.X, defect.Y), photometry.Width / 200.0, defect.Kind == DefectKind.Hot ? "hot" : "dead");
        page.Append(drawing).Append("</figure>\n");
        const int Most = 40;
        page.Append("<table><tr><th>x</th><th>y</th><th>kind</th><th>spikes per tick</th><th>confidence</th></tr>\n");
        foreach (PixelDefect defect in photometry.Defects.Take(Most))
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{defect.X}</td><td>{defect.Y}</td><td>{(defect.Kind == DefectKind.Hot ? "hot" : "dead")}</td><td>{defect.Rate:F4}</td><td>{defect.Confidence:F2}</td></tr>\n");
        page.Append("</table>\n");
        if (photometry.Defects.Count > Most) page.Append(CultureInfo.InvariantCulture, $"<p>And {photometry.Defects.Count - Most} more, all in the file.</p>\n");
    }

    static void Curve(StringBuilder page, ResponseFit response)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Tone curve of the picture camera</h2>\n<p>code / 255 = {response.Black:F4} + {response.Gain:F4} x rate<sup>{response.Gamma:F3}</sup>, which explains {100 * response.Explained:F2} % of the spread of codes. Gray: the mean rate of each level of gray, which the curve is fitted to.</p>\n<div class=\"chart\" id=\"response\">");
        double most = response.Levels.Count == 0 ? 1 : response.Levels.Max(level => level.X);
        LineChart chart = new("rate, spikes per tick", "code / 255", ([.. Enumerable.Range(0, 101).Select(i => most * i * i / 10_000).Select(rate => new Point2(rate, response.Code(rate)))], "curve"));
        page.Append((chart with { Cloud = (response.Levels, "level") }).Draw()).Append("</div>\n");
    }
}
