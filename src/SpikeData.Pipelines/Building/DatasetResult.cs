using System.Globalization;

namespace SpikeData.Pipelines;

/// <summary>What became of one data set.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="State">How the build ended.</param>
/// <param name="Directory">The data set's folder.</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Elapsed">How long the build took.</param>
/// <param name="Failures">What went wrong, clip by clip.</param>
public sealed record DatasetResult(
    string Name, DatasetState State, string Directory, int Samples, TimeSpan Elapsed, IReadOnlyList<BuildFailure> Failures)
{
    /// <summary>The file that proves what the folder holds.</summary>
    public string Manifest => Path.Combine(Directory, Pipelines.Manifest.FileName);

    /// <summary>What a person should know beyond the state, such as why it was skipped; mostly empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The files it is made from, as paths or patterns relative to the recipe.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What the products were made from of each clip that this build recorded; nothing is said of pipelines that do not say what feeds what.</summary>
    public IReadOnlyList<ProductWork> Recorded { get; init; } = [];

    /// <summary>Whether the build ended while it changed the data set's folder, which the next build then completes.</summary>
    internal bool IsUnfinished { get; init; }

    /// <summary>One line for people.</summary>
    /// <param name="currentDirectory">Folders below it are shown relative to it.</param>
    public string Summary(string currentDirectory)
    {
        string relative = Path.GetRelativePath(currentDirectory, Directory);
        string folder = relative.StartsWith("..", StringComparison.Ordinal) ? Directory : relative;
        string note = Note.Length == 0 ? "" : $" ({Note})";
        return Name + ": " + State switch
        {
            DatasetState.Built => string.Create(CultureInfo.InvariantCulture, $"{Counted} built in {Elapsed.TotalSeconds:0.0} s, in {folder}{note}"),
            DatasetState.UpToDate => $"{Counted}, up to date, in {folder}{note}",
            DatasetState.Skipped => $"skipped: {Note}, which the recipe allows",
            DatasetState.Recorded => string.Create(CultureInfo.InvariantCulture, $"{Note} after {Elapsed.TotalSeconds:0.0} s; a build without --part puts the data set together"),
            _ => string.Create(CultureInfo.InvariantCulture, $"failed after {Elapsed.TotalSeconds:0.0} s; {folder} is {(IsUnfinished ? "incomplete until it is built again" : "as it was")}{note}"),
        };
    }

    string Counted => Compute.Counted.Of(Samples, "sample");
}
