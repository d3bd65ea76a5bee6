using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpikeData.Imaging;

/// <summary>What the <c>manifest.json</c> of a built data set says of all its spike streams.</summary>
static class ManifestFacts
{
    public const string FileName = "manifest.json";
    const int LargestFile = 1 << 28;

    /// <summary>Nothing where the file is no such manifest, or the clips of the data set differ.</summary>
    public static RecordingFacts Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile) return RecordingFacts.None;
            using FileStream file = InputFile.Open(path);
            return JsonNode.Parse(file, documentOptions: new() { AllowDuplicateProperties = false })?["products"]?["spike"] is JsonObject spike ? RecordingFacts.OfManifest(spike) : RecordingFacts.None;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            return RecordingFacts.None;
        }
    }
}
