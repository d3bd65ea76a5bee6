using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>What became of each data set, as a file for the build integration.</summary>
static class ResultsFile
{
    public static void Write(string path, IEnumerable<DatasetResult> results) => AtomicFile.Write(Path.GetFullPath(path), Json.Write(new JsonObject
    {
        ["datasets"] = new JsonArray([.. results.Select(Entry)]),
    }));

    static JsonObject Entry(DatasetResult result) => new()
    {
        ["name"] = result.Name,
        ["state"] = StateName(result.State),
        ["samples"] = result.Samples,
        ["seconds"] = Math.Round(result.Elapsed.TotalSeconds, 3),
        ["folder"] = result.Directory,
        ["manifest"] = result.Manifest,
        ["sources"] = new JsonArray([.. result.Sources.Select(source => JsonValue.Create(source))]),
    };

    static string StateName(DatasetState state) => state switch
    {
        DatasetState.Built => "built",
        DatasetState.UpToDate => "up-to-date",
        DatasetState.Skipped => "skipped",
        DatasetState.Recorded => "recorded",
        _ => "failed",
    };
}
