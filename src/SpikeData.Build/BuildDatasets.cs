using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SpikeData.Build;

/// <summary>Builds the data sets that are out of date, and keeps what became of them for the next build.</summary>
public sealed class BuildDatasets : RecipeProgram
{
    /// <summary>Where the program writes what became of each data set.</summary>
    [Required]
    public string ResultsFile { get; set; } = "";

    /// <summary>Where to keep the state of the sources that this run has seen.</summary>
    [Required]
    public string FingerprintFile { get; set; } = "";

    protected override string Command => "build";

    protected override string NewsFolder => Path.GetDirectoryName(ResultsFile)!;

    public override bool Execute()
    {
        DateTime start = DateTime.UtcNow;
        if (!base.Execute()) return false;
        DatasetResults results = DatasetResults.Read(ResultsFile);
        SourceFingerprint.Of(results, Path.GetDirectoryName(Recipes)!).SettledAt(start).WriteTo(FingerprintFile);
        return true;
    }

    protected override void AddArguments(CommandLineBuilder line) => line.AppendSwitchIfNotNull("--results ", ResultsFile);
}
