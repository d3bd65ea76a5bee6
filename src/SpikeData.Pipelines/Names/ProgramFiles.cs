namespace SpikeData.Pipelines;

/// <summary>The files that the program itself puts beside the splits of a data set; no split may take one of their names.</summary>
static class ProgramFiles
{
    const string Draft = ".draft";

    static readonly HashSet<string> Names = new(
        [Manifest.FileName, DatasetFolder.JournalName, Preview.FileName, DataCard.FileName, ShardWriter.IndexName], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with such a name, for the middle of a sentence.</summary>
    public const string Fault = "is the name of a file that the program writes itself";

    /// <summary>Whether a name is one of them, or what one is called while it is written.</summary>
    public static bool Contain(string name) =>
        Names.Contains(name.EndsWith(Draft, StringComparison.OrdinalIgnoreCase) ? name[..^Draft.Length] : name);
}
