using Microsoft.Build.Framework;

namespace SpikeData.Build;

/// <summary>Rewrites a small file when a source of the latest run has changed, come or gone, so that MSBuild sees one input instead of 100,000 frames.</summary>
public sealed class FingerprintSources : Microsoft.Build.Utilities.Task
{
    /// <summary>What <see cref="BuildDatasets"/> let the program write: it names the sources.</summary>
    [Required]
    public string ResultsFile { get; set; } = "";

    /// <summary>The recipe file, to which the sources are relative.</summary>
    [Required]
    public string Recipes { get; set; } = "";

    /// <summary>The small file.</summary>
    [Required]
    public string FingerprintFile { get; set; } = "";

    public override bool Execute()
    {
        SourceFingerprint.Of(DatasetResults.Read(ResultsFile), Path.GetDirectoryName(Recipes)!).WriteTo(FingerprintFile);
        return true;
    }
}
