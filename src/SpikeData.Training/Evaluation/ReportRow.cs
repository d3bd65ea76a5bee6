using System.Text.Json.Serialization;

namespace SpikeData.Training;

/// <summary>One row of a report: what a method reaches on the held-out exposures.</summary>
/// <param name="Table">Which table of the paper it belongs to, such as "Single frame".</param>
/// <param name="Name">The row's name.</param>
/// <param name="Definition">What is compared with what.</param>
/// <param name="Parameters">How many trained numbers the method has.</param>
/// <param name="Images">How many images were compared.</param>
/// <param name="SSdm">By the published evaluation's protocol.</param>
/// <param name="Standard">By the usual protocol.</param>
public sealed record ReportRow(string Table, string Name, string Definition, int Parameters, int Images, Scores SSdm, Scores Standard)
{
    /// <summary>How the image was enlarged before it was compared, such as "nearest neighbor"; null where that is not done without a network.</summary>
    public string? Enlarged { get; init; }

    /// <summary>By the metrics that were asked for beside these, each with the heading of its column; null where there were none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportScore>? Metrics { get; init; }
}

/// <summary>What a metric says of a row.</summary>
/// <param name="Metric">The heading of its column.</param>
/// <param name="Value">The mean over all images; not a number where it says nothing of them.</param>
/// <param name="Format">How it is written.</param>
public readonly record struct ReportScore(string Metric, double Value, [property: JsonIgnore] string Format = "0.000");
