using System.Globalization;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>
/// The curves of a training run as a picture: the loss, on a logarithmic scale, and the peak signal-to-noise ratio on held-out exposures.
/// </summary>
static class LossChart
{
    const int Width = 420, Height = 220, Margin = 60, Capital = 9;

    public static void Draw(IEnumerable<MetricsLog.Line> lines, string path)
    {
        MetricsLog.Line[] all = [.. lines];
        if (all.Length == 0) return;
        using Canvas sheet = new(Height + 2 * Margin, 2 * (Width + Margin) + Margin);
        Plot(sheet, 0, $"{all[0].Course}: loss", [.. all.Where(line => line.Loss > 0).Select(line => (line.Step, Math.Log10(line.Loss)))],
            exponent => Math.Pow(10, exponent));
        Plot(sheet, 1, "PSNR on held-out exposures, dB",
            [.. all.Where(line => line.Psnr is not null).Select(line => (line.Step, line.Psnr!.Value))], decibels => decibels);
        AtomicFile.Write(path, sheet.ToPng());
    }

    static void Plot(Canvas sheet, int place, string title, (int Step, double Value)[] points, Func<double, double> unit)
    {
        PaperFrame frame = new(Margin + place * (Width + Margin), Margin, Height, Width);
        sheet.Outline(frame);
        sheet.Write(title, frame.X, frame.Y - 12, Capital);
        if (points.Length == 0) return;
        double low = points.Min(point => point.Value), high = points.Max(point => point.Value), span = Math.Max(high - low, 1e-9);
        int last = points[^1].Step;
        sheet.Trace(frame, points.Select(point => ((double)point.Step / last, (point.Value - low) / span)));
        sheet.Write(Label(unit(high)), frame.X - Margin + 4, frame.Y + Capital, Capital);
        sheet.Write(Label(unit(low)), frame.X - Margin + 4, frame.Y + Height, Capital);
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{last} steps"), frame.X + Width - 90, frame.Y + Height + 20, Capital);
    }

    static string Label(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
