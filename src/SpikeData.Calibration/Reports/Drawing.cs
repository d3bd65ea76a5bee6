using System.Globalization;
using System.Text;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>A drawing in a page (SVG), in the pixels of the picture it lies on.</summary>
sealed class Drawing
{
    readonly StringBuilder svg = new();
    readonly double height, width;

    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public Drawing(double height, double width) => (this.height, this.width) = (height, width);

    public Drawing Picture(GrayPicture picture, double x = 0)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<image x=\"{x:0.#}\" width=\"{picture.Width}\" height=\"{picture.Height}\" href=\"{ReportPicture.DataUri(picture)}\"/>");
        return this;
    }

    /// <summary>A circle around the middle of a pixel, whose center is at whole numbers.</summary>
    /// <param name="kind">The class that the page's style gives a color.</param>
    public void Dot(Point2 at, double radius, string kind) => Spot(at + new Point2(0.5, 0.5), radius, kind);

    /// <summary>A circle around a place of the drawing.</summary>
    /// <inheritdoc cref="Dot"/>
    public void Spot(Point2 at, double radius, string kind) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{kind}\" cx=\"{at.X:0.##}\" cy=\"{at.Y:0.##}\" r=\"{radius:0.##}\"/>");

    /// <inheritdoc cref="Dot"/>
    public void Line(Point2 from, Point2 to, string kind) => Path([from, to], kind);

    /// <inheritdoc cref="Dot"/>
    public void Path(IEnumerable<Point2> places, string kind)
    {
        string points = string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.##},{place.Y:0.##}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{kind}\" points=\"{points}\"/>");
    }

    /// <inheritdoc cref="Dot"/>
    public void Bar(double x, double y, double barWidth, double barHeight, string kind) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{barWidth:0.##}\" height=\"{Math.Max(0, barHeight):0.##}\"/>");

    /// <param name="words">The words.</param>
    /// <param name="anchor">start, middle or end.</param>
    public void Text(string words, double x, double y, string anchor = "start") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Escaped.Html(words)}</text>");

    /// <summary>The drawing as an element of a page.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.#} {height:0.#}\">{svg}</svg>");
}
