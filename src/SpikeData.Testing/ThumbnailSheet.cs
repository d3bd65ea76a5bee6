using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>Small pictures of a few samples, a row for each: blurry, sharp, counted spikes.</summary>
static class ThumbnailSheet
{
    const int Rows = 4, PictureWidth = 128, Gap = 4;

    /// <returns>A PNG file.</returns>
    public static byte[] Of(BuiltDataset built)
    {
        using var device = new CpuDevice();
        PreviewPanel[][] rows = [.. built.Some(Rows).Select(sample => PreviewPanel.Of(sample).Where(panel => panel.Title != PreviewPanel.RasterTitle).ToArray())];
        int height = rows.Max(row => row.Length == 0 ? 1 : row.Max(HeightOf)), columns = rows.Max(row => row.Length);
        using var sheet = new Canvas(Gap + (rows.Length * (height + Gap)), Gap + (columns * (PictureWidth + Gap)));
        foreach ((int y, PreviewPanel[] row) in rows.Index())
        foreach ((int x, PreviewPanel panel) in row.Index())
            panel.Draw(sheet, new(Gap + (x * (PictureWidth + Gap)), Gap + (y * (height + Gap)), HeightOf(panel), PictureWidth), device);
        return sheet.ToPng();
    }

    static int HeightOf(PreviewPanel panel) => Math.Max(1, PictureWidth * panel.Height / panel.Width);
}
