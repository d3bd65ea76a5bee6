using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A contact sheet of a data set: for a few of its samples what the blurry camera saw, what was there, and what the spike camera saw.</summary>
static class Preview
{
    /// <summary>Its name in the data set's folder.</summary>
    public const string FileName = "preview.png";

    const int MostSamples = 3, PanelWidth = 360, Gap = 16, Heading = 84, LeastWidth = 640, Caption = 26, CapitalHeight = 9;

    /// <summary>Draws the sheet.</summary>
    /// <param name="samples">All samples of the data set; a few of them, evenly spread, are shown.</param>
    /// <param name="manifest">What is known of the data set.</param>
    /// <param name="device">What the spikes are counted on.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Draw(IReadOnlyList<Sample> samples, Manifest manifest, Device device)
    {
        int rows = Math.Min(MostSamples, samples.Count);
        PreviewPanel[] panels = [.. PreviewPanel.Of(samples[0])];
        int height = panels.Length == 0 ? 0 : (int)((long)PanelWidth * panels[0].Height / panels[0].Width);
        using var sheet = new Canvas(Heading + (rows * (height + Caption + Gap)), Math.Max(LeastWidth, X(panels.Length)));
        sheet.Write(Title(manifest), Gap, 30, 13);
        sheet.Write(Explanation(manifest), Gap, 52, CapitalHeight);
        for (int column = 0; column < panels.Length; column++) sheet.Write(panels[column].Title, X(column), Heading - 8, CapitalHeight);
        for (int row = 0; row < rows; row++)
        {
            Sample sample = samples[row * samples.Count / rows];
            int y = Heading + (row * (height + Caption + Gap));
            foreach ((int column, PreviewPanel panel) in PreviewPanel.Of(sample).Index()) panel.Draw(sheet, new(X(column), y, height, PanelWidth), device);
            sheet.Write(sample.ToString(), Gap, y + height + 16, CapitalHeight);
        }

        return sheet.ToPng();
    }

    static int X(int column) => Gap + (column * (PanelWidth + Gap));

    static string Explanation(Manifest manifest)
    {
        JsonNode? blur = manifest.Products["blur"], picture = blur ?? manifest.Products["sharp"], spike = manifest.Products["spike"];
        string exposure = blur?["framesPerExposure"] is { } count ? $", {count} frames to an exposure" : "";
        string frames = picture?["width"] is null ? "" : $"{picture["width"]}x{picture["height"]} pixels{exposure}. ";
        if (spike?["width"] is null) return frames;
        string rate = spike["ticksPerSecond"] is { } ticks ? $", {ticks} ticks a second" : "";
        return $"{frames}{spike["width"]}x{spike["height"]} spike pixels, {spike["ticks"]} ticks to a stream{rate}; the exposure lies between the red lines.";
    }

    static string Title(Manifest manifest) => string.Create(
        CultureInfo.InvariantCulture, $"{manifest.Name}: {Counted.Of(manifest.Samples, "sample")} from {Counted.Of(manifest.Clips.Count, "clip")}");
}
