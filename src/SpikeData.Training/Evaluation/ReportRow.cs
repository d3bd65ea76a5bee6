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
}
