using System.Globalization;

namespace SpikeData.Calibration;

/// <summary>Bars for the error of each view, the two cameras side by side; bad views stand out.</summary>
static class ErrorChart
{
    const double Left = 40, Top = 16, Height = 160, PairWidth = 46, BarWidth = 16;

    public static string Draw(RigCalibration calibration)
    {
        string[] names = [.. calibration.Left.Views.Select(view => view.View.Name).Concat(calibration.Right.Views.Select(view => view.View.Name))];
        double most = calibration.Left.Views.Concat(calibration.Right.Views).Max(view => view.Rms) * 1.05;
        int count = Math.Max(calibration.Left.Views.Count, calibration.Right.Views.Count);
        Drawing drawing = new(Top + Height + 24, Left + count * PairWidth);
        foreach (double share in new[] { 0, 0.5, 1 })
        {
            double y = Top + Height * (1 - share);
            drawing.Line(new(Left, y), new(Left + count * PairWidth, y), "grid");
            drawing.Text((share * most).ToString("0.00", CultureInfo.InvariantCulture), Left - 4, y + 4, "end");
        }

        Add(drawing, calibration.Left, 0, "left", most);
        Add(drawing, calibration.Right, BarWidth + 2, "right", most);
        for (int i = 0; i < calibration.Left.Views.Count; i++)
            drawing.Text(Path.GetFileNameWithoutExtension(names[i]), Left + i * PairWidth + BarWidth + 1, Top + Height + 16, "middle");
        return drawing.ToString();
    }

    static void Add(Drawing drawing, CameraCalibration camera, double shift, string kind, double most)
    {
        HashSet<SolvedView> bad = [.. camera.BadViews];
        for (int i = 0; i < camera.Views.Count; i++)
        {
            double bar = camera.Views[i].Rms / most * Height;
            drawing.Bar(Left + i * PairWidth + shift, Top + Height - bar, BarWidth, bar, bad.Contains(camera.Views[i]) ? "bad" : kind);
        }
    }
}
