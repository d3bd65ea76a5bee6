namespace SpikeData.Pipelines;

/// <summary>A way to put the files of a data set into its folder.</summary>
interface IPlacement
{
    /// <summary>The files that will be there.</summary>
    IReadOnlyList<RelativePath> Paths { get; }

    /// <summary>Puts them there; what is there already is not written again where that can be told.</summary>
    /// <param name="folder">The folder of the data set.</param>
    /// <param name="report">Told how many files are in place.</param>
    /// <param name="cancellation">Ends the work; the next build goes on from there.</param>
    /// <returns>What the folder holds then.</returns>
    Manifest Place(string folder, Action<long> report, CancellationToken cancellation);
}
