using System.Globalization;

namespace SpikeData.Calibration;

/// <summary>Bars for the error of each view, the two cameras side by side; bad views stand out.</summary>
static class ErrorChart
{
    const double Left = 44, Top = 22, Height = 160, PairWidth = 46, BarWidth = 16;

    public static string Draw(RigCalibration calibration)
    {
        Dictionary<BoardView, SolvedView> solved = calibration.Left.Views.Concat(calibration.Right.Views).ToDictionary(view => view.View);
        ViewPair[] pairs = [.. calibration.Pairs.Select(pair => pair.Pair).Concat(calibration.Unpaired)
            .Where(pair => Found(pair.Left) || Found(pair.Right)).OrderBy(pair => pair.Name, StringComparer.Ordinal)];
        HashSet<SolvedView> bad = [.. calibration.Left.BadViews, .. calibration.Right.BadViews];
        double most = solved.Values.Max(view => view.Rms) * 1.05, width = Left + pairs.Length * PairWidth;
        Drawing drawing = new(Top + Height + 40, Math.Max(width, Left + 8 * PairWidth));
        foreach (double value in RoundNumbers.Between(0, most, 5))
        {
            double y = Top + Height * (1 - value / most);
            drawing.Line(new(Left, y), new(width, y), "grid");
            drawing.Text(value.ToString("0.###", CultureInfo.InvariantCulture), Left - 5, y + 4, "end");
        }

        for (int i = 0; i < pairs.Length; i++)
        {
            double x = Left + i * PairWidth + (PairWidth - 2 * BarWidth - 2) / 2;
            if (Found(pairs[i].Left)) Bar(x, solved[pairs[i].Left!], "left");
            if (Found(pairs[i].Right)) Bar(x + BarWidth + 2, solved[pairs[i].Right!], "right");
            drawing.Text(pairs[i].Name, x + BarWidth + 1, Top + Height + 16, "middle");
        }

        drawing.Text("error, px", 0, Top - 4);
        drawing.Text("pair", Left + Math.Max(width, Left + 8 * PairWidth) / 2, Top + Height + 34, "middle");
        return drawing.ToString();

        bool Found(BoardView? view) => view is not null && solved.ContainsKey(view);

        void Bar(double x, SolvedView view, string kind)
        {
            double bar = view.Rms / most * Height;
            drawing.Bar(x, Top + Height - bar, BarWidth, bar, bad.Contains(view) ? "bad" : kind);
        }
    }
}
