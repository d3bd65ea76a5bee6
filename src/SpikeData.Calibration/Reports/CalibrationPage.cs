using System.Globalization;
using System.Text;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>A calibration as one HTML file without anything beside it, for a person to judge: marks, errors of each view, rectified pairs.</summary>
public static class CalibrationPage
{
    internal const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; color: #1c2530; margin: 2rem auto; max-width: 1180px; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
        table { border-collapse: collapse; } td, th { padding: .25rem .9rem .25rem 0; text-align: left; font-variant-numeric: tabular-nums; } th { font-weight: 600; }
        .views { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } figure { margin: 0; } figcaption { font-size: .9rem; color: #566; }
        figcaption.bad { color: #c22; font-weight: 600; } .warning { background: #fdecec; border-left: 4px solid #c22; padding: .6rem 1rem; }
        svg { width: 100%; height: auto; display: block; } svg text { font-size: 11px; fill: #456; }
        .chart { max-width: 980px; } .mark { fill: none; stroke: #1fa03a; stroke-width: .35%; } .first { fill: #e3342f; } polyline { fill: none; vector-effect: non-scaling-stroke; }
        .order { stroke: #1fa03a; stroke-opacity: .45; } .epipolar { stroke: #ff9d00; stroke-opacity: .8; } .grid { stroke: #e3e8ee; } .axis { stroke: #8795a5; }
        polyline.curve { stroke: #2b6cb0; stroke-width: 1.6; } polyline.predicted { stroke: #e07b00; stroke-width: 1.4; } polyline.found { stroke: #c22; stroke-dasharray: 4 3; }
        b.curve { color: #2b6cb0; } b.predicted { color: #e07b00; } circle.curve { fill: #2b6cb0; } circle.predicted { fill: #e07b00; } circle.level { fill: #1c2530; fill-opacity: .45; }
        rect.sensor { fill: #f2f4f7; } circle.hot { fill: #c22; } circle.dead { fill: #1c2530; } b.hot { color: #c22; } rect.left, circle.left { fill: #2b6cb0; } rect.right, circle.right { fill: #6bb0e0; } rect.bad, circle.bad { fill: #c22; }
        .scale { display: inline-block; width: 9rem; height: .8rem; margin: 0 .4rem; border: 1px solid #8795a5; background: linear-gradient(to right, #000, #fff); vertical-align: -1px; }
        """;

    public static string Write(RigCalibration calibration)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Calibration</title><style>\n").Append(Style).Append("\n</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Calibration of two cameras</h1>\n<p>From {calibration.Pairs.Count} pairs of views of a {calibration.Board}, spacing {calibration.Board.Spacing:G6} {Escaped.Html(calibration.Board.Unit)}.</p>\n");
        Warn(page, calibration);
        foreach (string turned in CalibrationSummary.Turned(calibration)) page.Append(CultureInfo.InvariantCulture, $"<p class=\"turned\">{Escaped.Html(turned)}.</p>\n");
        Figures(page, calibration);
        page.Append("<h2>Error of each view</h2>\n<p>Root mean square distance of the marks found from where the calibrated camera should see them, in pixels. Dark: left camera. Light: right camera. Red: more than three times the median.</p>\n");
        page.Append("<div class=\"chart\" id=\"errors\">").Append(ErrorChart.Draw(calibration)).Append("</div>\n");
        Coverage(page, calibration);
        Views(page, calibration);
        Rectified(page, calibration);
        Unpaired(page, calibration);
        return page.Append("</body></html>\n").ToString();
    }

    static void Warn(StringBuilder page, RigCalibration calibration)
    {
        if (calibration.IsTorn)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">The cameras do not agree: {calibration.Rms:F2} px together, {calibration.Left.Rms:F2} and {calibration.Right.Rms:F2} px each by itself. Pairs that are not of one moment do that, and spike frames read upside down.</p>\n");
        foreach (string pair in calibration.BadPairs)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">Pair {Escaped.Html(pair)} is bad: look at its marks below. Corners closer together than the refinement window spoil each other (<code>--window auto</code>); a moved board cannot be helped (<code>--without {Escaped.Html(pair)}</code>).</p>\n");
    }

    static void Figures(StringBuilder page, RigCalibration calibration)
    {
        page.Append("<h2>What was found</h2>\n<table id=\"figures\"><tr><th></th><th>rms</th><th>views</th><th>pixels</th><th>focal lengths</th><th>center</th><th>k1, k2, p1, p2, k3</th></tr>\n");
        Row("left", calibration.Left);
        Row("right", calibration.Right);
        Point3 move = calibration.Rig.Pose.Translation;
        page.Append(CultureInfo.InvariantCulture, $"</table>\n<p>Together: rms {calibration.Rms:F4} px; translation ({move.X:F4}, {move.Y:F4}, {move.Z:F4}) {Escaped.Html(calibration.Board.Unit)}, baseline {calibration.Rig.Baseline:F4}, turned by {calibration.Rig.Pose.Rotation.Angle * 180 / Math.PI:F3} degrees. ");
        page.Append("A point X of the left camera's frame is at R X + T in the right one's; x points right, y down, z forward.</p>\n");

        void Row(string side, CameraCalibration camera) => page.Append(CultureInfo.InvariantCulture,
            $"<tr><th>{side}</th><td>{camera.Rms:F4} px</td><td>{camera.Views.Count}</td><td>{camera.Camera.Width}x{camera.Camera.Height}</td><td>{camera.Camera.Focal.X:F2}, {camera.Camera.Focal.Y:F2} px</td><td>{camera.Camera.Center.X:F2}, {camera.Camera.Center.Y:F2} px</td><td>{string.Join(", ", camera.Camera.Distortion.Terms.Select(term => term.ToString("F4", CultureInfo.InvariantCulture)))}</td></tr>\n");
    }

    static void Coverage(StringBuilder page, RigCalibration calibration)
    {
        page.Append("<h2>Parts of the picture</h2>\n<p>All marks of all views: a lens is known where they are. They should reach into every corner. Red: those of views with large errors.</p>\n<div class=\"views\" id=\"coverage\">\n");
        Side("left", calibration.Left);
        Side("right", calibration.Right);
        page.Append("</div>\n");

        void Side(string side, CameraCalibration camera)
        {
            Drawing drawing = new(camera.Camera.Height, camera.Camera.Width);
            drawing.Bar(0, 0, camera.Camera.Width, camera.Camera.Height, "sensor");
            HashSet<SolvedView> bad = [.. camera.BadViews];
            foreach (SolvedView view in camera.Views)
                foreach (Point2 mark in view.View.Marks!) drawing.Dot(mark, camera.Camera.Width / 250.0, bad.Contains(view) ? "bad" : side);
            page.Append(CultureInfo.InvariantCulture, $"<figure>{drawing}<figcaption>{side} camera, {camera.Camera.Width}x{camera.Camera.Height} pixels</figcaption></figure>\n");
        }
    }

    static void Views(StringBuilder page, RigCalibration calibration)
    {
        page.Append("<h2>Marks found</h2>\n<p>Red: the first mark; the line follows their order.</p>\n<div class=\"views\" id=\"marks\">\n");
        HashSet<SolvedView> bad = [.. calibration.Left.BadViews, .. calibration.Right.BadViews];
        Dictionary<BoardView, SolvedView> solved = calibration.Left.Views.Concat(calibration.Right.Views).ToDictionary(view => view.View);
        foreach (BoardView view in calibration.Pairs.SelectMany(pair => new[] { pair.Pair.Left!, pair.Pair.Right! }))
            page.Append(CultureInfo.InvariantCulture, $"<figure>{MarkedPicture.Draw(view)}<figcaption{(bad.Contains(solved[view]) ? " class=\"bad\"" : "")}>{Escaped.Html(view.Name)}: {solved[view].Rms:F3} px</figcaption></figure>\n");
        page.Append("</div>\n");
    }

    static void Rectified(StringBuilder page, RigCalibration calibration)
    {
        string word = calibration.Rectification.IsVertical ? "column" : "row";
        page.Append(CultureInfo.InvariantCulture, $"<h2>Rectified pairs</h2>\n<p>Each mark lies on the same {word} of both pictures, up to the error given. Orange: some of these epipolar lines.</p>\n<div id=\"rectified\">\n");
        using RectifiedPair drawing = new(calibration.Rectification);
        foreach (SolvedPair pair in calibration.Pairs)
            page.Append(CultureInfo.InvariantCulture, $"<figure>{drawing.Draw(pair)}<figcaption>pair {Escaped.Html(pair.Pair.Name)}: {word}s differ by {pair.RowError:F3} px, at most {pair.LargestRowError:F2} px; the board's plane in the right camera's frame: {Words(calibration.PlaneOf(pair), calibration.Board.Unit)}</figcaption></figure>\n");
        page.Append("</div>\n");
    }

    /// <summary>What was not used says as much about a calibration as what was.</summary>
    static void Unpaired(StringBuilder page, RigCalibration calibration)
    {
        if (calibration.Unpaired.Count == 0) return;
        page.Append("<h2>Not used for how the cameras stand to each other</h2>\n<table id=\"unpaired\"><tr><th>pair</th><th>left</th><th>right</th></tr>\n");
        foreach (ViewPair pair in calibration.Unpaired)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Escaped.Html(pair.Name)}</td><td>{What(pair.Left)}</td><td>{What(pair.Right)}</td></tr>\n");
        page.Append("</table>\n");

        static string What(BoardView? view) => view is null ? "no picture" : $"{Escaped.Html(view.Name)}: board {(view.Marks is null ? "not found" : "found")}";
    }

    static string Words(Plane plane, string unit) => string.Create(CultureInfo.InvariantCulture, $"depth {plane.Depth:G5} {Escaped.Html(unit)}, slope {plane.SlopeRight:F3} to the right, {plane.SlopeDown:F3} downwards");

}
