namespace SpikeData.Calibration;

/// <summary>A picture with the marks of the board that were found in it, in the order in which they were taken.</summary>
static class MarkedPicture
{
    public static string Draw(BoardView view)
    {
        Drawing drawing = new Drawing(view.Picture.Height, view.Picture.Width).Picture(view.Picture);
        if (view.Marks is { } marks)
        {
            double radius = view.Picture.Width / 160.0;
            drawing.Path(marks.Select(mark => mark + new Point2(0.5, 0.5)), "order");
            for (int i = 0; i < marks.Count; i++) drawing.Dot(marks[i], radius, i == 0 ? "first" : "mark");
        }

        return drawing.ToString();
    }
}
