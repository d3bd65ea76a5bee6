using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>What the networks of a model reach on exposures they have not seen, in the rows of the paper's tables 1 and 2.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Scenes">The held-out exposures.</param>
/// <param name="Rows">The rows, table by table.</param>
public sealed record EvaluationReport(string Model, string Dataset, IReadOnlyList<string> Scenes, IReadOnlyList<ReportRow> Rows)
{
    const string Notes = "PSNR in dB and SSIM by the protocols s-sdm and standard; LPIPS by SqueezeNet, channels in the order blue, green, red. "
        + "Rows I-1 to I-3 are gray reconstructions against gray sharp images, as in the published logs: they are not on one scale with the color rows. "
        + "The paper's rows I-1 and I-2 are enlarged by nearest neighbor.";

    const string NotesWithoutTruth = "The data have no sharp images, as recordings of real rigs have none: how close images come to the truth cannot be measured. "
        + "Measured is the re-blur: 7 images spread over each exposure, averaged, against the blurry image. PSNR in dB and SSIM by the protocols s-sdm and standard; "
        + "LPIPS by SqueezeNet. A blurry image in place of each sharp one would score best, so compare methods by it only together with their images.";

    /// <summary>Whether the held-out exposures have sharp images to compare with.</summary>
    public bool HasTruth { get; init; } = true;

    string Explanation => HasTruth ? Notes : NotesWithoutTruth;

    static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The report as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented) + "\n";

    /// <summary>The report as Markdown tables.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new($"# {Escaped.Markdown(Model)} on {Escaped.Markdown(Dataset)}: {Scenes.Count} held-out exposures\n\n{Explanation}\n");
        foreach (IGrouping<string, ReportRow> table in Rows.GroupBy(row => row.Table))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Escaped.Markdown(table.Key)}\n\n{Enlargement(table)}");
            text.Append("| row | what it is | numbers | images | PSNR s-sdm | SSIM s-sdm | PSNR | SSIM | LPIPS |");
            text.Append(CultureInfo.InvariantCulture, $"{Headings(table, metric => $" {Escaped.Markdown(metric)} |")}\n");
            text.Append(CultureInfo.InvariantCulture, $"|---|---|---:|---:|---:|---:|---:|---:|---:|{Headings(table, _ => "---:|")}\n");
            foreach (ReportRow row in table)
                text.Append(CultureInfo.InvariantCulture, $"| {Escaped.Markdown(row.Name)} | {Escaped.Markdown(row.Definition)} | {row.Parameters} | {row.Images} | {string.Join(" | ", Figures(row))} |\n");
        }

        return text.ToString();
    }

    /// <summary>The report as aligned columns.</summary>
    public string ToText()
    {
        StringBuilder text = new($"{Model} on {Dataset}: {Scenes.Count} held-out exposures\n{Explanation}\n");
        int width = Rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        foreach (IGrouping<string, ReportRow> table in Rows.GroupBy(row => row.Table))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Enlargement(table)}{table.Key.PadRight(width)}   numbers images  PSNR s-sdm  SSIM s-sdm      PSNR      SSIM     LPIPS");
            text.Append(CultureInfo.InvariantCulture, $"{Headings(table, metric => metric.PadLeft(Width(metric)))}\n");
            foreach (ReportRow row in table)
            {
                string figures = string.Concat(Figures(row)
                    .Select((figure, i) => figure.PadLeft(i < 2 ? 12 : i < 5 ? 10 : Width(row.Metrics![i - 5].Metric))));
                text.Append(CultureInfo.InvariantCulture, $"{row.Name.PadRight(width)} {row.Parameters,9} {row.Images,6}{figures}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A line that says how the rows of a table were enlarged of which that is asked.</summary>
    static string Enlargement(IEnumerable<ReportRow> table) => string.Concat(
        table.Where(row => row.Enlarged is not null).GroupBy(row => row.Enlarged).Select(rows => $"{string.Join(", ", rows.Select(row => row.Name))}: enlarged by {rows.Key}.\n\n"));

    static string[] Figures(ReportRow row) =>
    [
        Figure(row.SSdm.Psnr, "0.00"), Figure(row.SSdm.Ssim, "0.000"), Figure(row.Standard.Psnr, "0.00"), Figure(row.Standard.Ssim, "0.000"), Figure(row.Standard.Lpips, "0.000"),
        .. (row.Metrics ?? []).Select(score => Figure(score.Value, score.Format)),
    ];

    /// <summary>The headings of the columns beside the usual ones.</summary>
    static string Headings(IEnumerable<ReportRow> table, Func<string, string> heading) =>
        string.Concat((table.First().Metrics ?? []).Select(score => heading(score.Metric)));

    /// <summary>How wide a further column is.</summary>
    static int Width(string metric) => Math.Max(metric.Length + 2, 10);

    static string Figure(double value, string format) => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
