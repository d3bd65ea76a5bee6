using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SpikeData.Build;

/// <summary>Tells MSBuild about the data sets of the latest run, also when nothing had to be run this time.</summary>
public sealed class ReadDatasetResults : Microsoft.Build.Utilities.Task
{
    /// <summary>What <see cref="BuildDatasets"/> let the program write.</summary>
    [Required]
    public string ResultsFile { get; set; } = "";

    /// <summary>One item per data set that exists: its folder, with the metadata DatasetName, State, Samples and Manifest.</summary>
    [Output]
    public ITaskItem[] Datasets { get; private set; } = [];

    public override bool Execute()
    {
        Datasets = [.. DatasetResults.Read(ResultsFile).Datasets.Where(dataset => Directory.Exists(dataset.Folder)).Select(Item)];
        return true;
    }

    static TaskItem Item(DatasetResults.Dataset dataset) => new(dataset.Folder, new Dictionary<string, string>
    {
        ["DatasetName"] = dataset.Name,
        ["State"] = dataset.State,
        ["Samples"] = $"{dataset.Samples}",
        ["Manifest"] = dataset.Manifest,
    });
}
