using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>What the methods of a report make of some held-out exposures, side by side: of each the part that is blurred most.</summary>
static class ComparisonSheet
{
    const int MostScenes = 4, Side = 320, Gap = 8, Capital = 9, Step = 16;

    /// <param name="shown">Methods that give images in color.</param>
    public static void Draw(ReadyMethod[] shown, SceneSet scenes, string path)
    {
        Scene[] seen = [.. Spread(scenes).Where(scene => scene.SharpCount > 0)];
        using Canvas sheet = new(seen.Length * (Side + Gap) + 3 * Gap, (shown.Length + 1) * (Side + Gap) + Gap);
        for (int i = 0; i <= shown.Length; i++) sheet.Write(i < shown.Length ? shown[i].Name : "Sharp", Gap + i * (Side + Gap), 2 * Gap, Capital);
        for (int row = 0; row < seen.Length; row++)
        {
            SceneView view = SceneView.Of(seen[row], seen[row].Middle);
            float[] sharp = new float[3 * view.Pixels], made = new float[sharp.Length];
            view.Scene.Sharp(view.Scene.SharpCount / 2, view.Window, sharp);
            view.Scene.Blur(view.Window, made);
            (int height, int width) = (view.Scene.Height * view.Scene.Scale, view.Scene.Width * view.Scene.Scale);
            var part = MostDifferent(made, sharp, height, width);
            for (int i = 0; i <= shown.Length; i++)
            {
                if (i < shown.Length) shown[i].Make(view, made);
                else sharp.CopyTo(made, 0);
                PaperFrame frame = new(Gap + i * (Side + Gap), 3 * Gap + row * (Side + Gap), part.Height, part.Width);
                sheet.PutColor(Cut(made, height, width, part), part.Height, part.Width, frame);
            }
        }

        AtomicFile.Write(path, sheet.ToPng());
    }

    static IEnumerable<Scene> Spread(SceneSet scenes)
    {
        int count = Math.Min(MostScenes, scenes.Count);
        for (int i = 0; i < count; i++) yield return scenes[(int)((long)i * scenes.Count / count)];
    }

    /// <summary>The square in which two pictures differ most.</summary>
    static PaperFrame MostDifferent(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int height, int width)
    {
        int rows = Math.Min(Side, height), columns = Math.Min(Side, width);
        (double Difference, int X, int Y) most = (-1, 0, 0);
        for (int y = 0; y <= height - rows; y += Step)
            for (int x = 0; x <= width - columns; x += Step)
            {
                double sum = 0;
                for (int row = y; row < y + rows; row += 4)
                    for (int column = x; column < x + columns; column += 4)
                    {
                        float difference = a[row * width + column] - b[row * width + column];
                        sum += difference * difference;
                    }

                if (sum > most.Difference) most = (sum, x, y);
            }

        return new(most.X, most.Y, rows, columns);
    }

    static byte[] Cut(ReadOnlySpan<float> planes, int height, int width, PaperFrame part)
    {
        byte[] bgr = new byte[part.Height * part.Width * 3];
        for (int i = 0; i < bgr.Length; i++)
        {
            (int row, int column) = Math.DivRem(i / 3, part.Width);
            bgr[i] = (byte)MathF.Round(255 * planes[i % 3 * height * width + (part.Y + row) * width + part.X + column]);
        }

        return bgr;
    }
}
