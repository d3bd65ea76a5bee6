using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One picture of a sample on a contact sheet.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Height">Rows of the picture.</param>
/// <param name="Width">Columns of the picture.</param>
/// <param name="Draw">Draws it into a frame.</param>
sealed record PreviewPanel(string Title, int Height, int Width, Action<Canvas, PaperFrame, Device> Draw)
{
    /// <summary>The title of the panel that shows single spikes.</summary>
    public const string RasterTitle = "spikes of pixels in a row, over time";

    /// <summary>What can be shown of a sample.</summary>
    public static IEnumerable<PreviewPanel> Of(Sample sample)
    {
        if (sample.Files("blur").Count > 0) yield return Picture("blurry: the mean of the exposure", sample.ReadBlur());
        if (sample.Files("sharp") is { Count: > 0 } sharp) yield return Picture("sharp: the frame in its middle", sample.ReadSharp().ElementAt(sharp.Count / 2));
        if (sample.Files("spike").Count == 0) yield break;
        SpikeStream spikes = sample.ReadSpikes();
        yield return Counts(spikes, sample.TicksBeforeExposure);
        yield return Raster(spikes, sample.TicksBeforeExposure);
    }

    static PreviewPanel Picture(string title, NdArray bgr) =>
        new(title, bgr.Shape[0], bgr.Shape[1], (sheet, frame, _) => sheet.PutColor(bgr.Bytes, bgr.Shape[0], bgr.Shape[1], frame));

    static PreviewPanel Counts(SpikeStream spikes, int margin) => new(
        "spikes counted during the exposure", spikes.Layout.Height, spikes.Layout.Width, (sheet, frame, device) =>
        {
            using var block = new SpikeBlock(device, spikes);
            byte[] gray = Texture.FromPlayback(block, margin, spikes.Ticks - (2 * margin));
            sheet.PutGray(gray, spikes.Layout.Height, spikes.Layout.Width, frame);
        });

    /// <summary>As many pixels of the middle row as can be told apart, each tick a whole number of sheet pixels wide where there is room.</summary>
    static PreviewPanel Raster(SpikeStream spikes, int margin) => new(
        RasterTitle, spikes.Layout.Width, spikes.Ticks, (sheet, frame, _) =>
        {
            int scale = Math.Max(1, frame.Width / spikes.Ticks);
            int pixels = Math.Min(spikes.Layout.Width, frame.Height / scale);
            PaperFrame part = frame with { Width = Math.Min(frame.Width, scale * spikes.Ticks), Height = scale * pixels };
            SpikeStream middle = spikes.Crop(spikes.Layout.Height / 2, (spikes.Layout.Width - pixels) / 2, 1, pixels);
            sheet.PutGray(SpikeRaster.Of(middle, 0), pixels, spikes.Ticks, part);
            sheet.MarkColumn(part, (double)margin / spikes.Ticks);
            sheet.MarkColumn(part, (double)(spikes.Ticks - margin) / spikes.Ticks);
        });
}
