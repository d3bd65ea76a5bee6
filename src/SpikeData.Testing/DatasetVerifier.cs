using System.Runtime.CompilerServices;
using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>Compares a data set with the state that was reviewed, which lies beside the test that asks, in the manner of Verify.</summary>
/// <remarks>
/// <c>DataTests.Demo_IsTheReviewedOne.verified.txt</c> holds a fingerprint of every file, and <c>.verified.png</c> small pictures of a few
/// samples. A new or different data set fails the test and leaves <c>.received.txt</c>, <c>.received.png</c> and <c>.difference.png</c>, a
/// picture of the first difference; <c>SPIKEDATA_ACCEPT=1</c> accepts it instead, except where the variable <c>CI</c> is set.
/// </remarks>
public static class DatasetVerifier
{
    /// <summary>Reads every file of a data set and compares it with what was reviewed.</summary>
    /// <param name="dataset">Such as <c>Datasets.Demo</c>.</param>
    /// <param name="directory">The folder of the data set; found beside the recipe unless given.</param>
    /// <param name="store">The store, which may still know the reviewed files; beside the data sets unless given.</param>
    /// <param name="sourceFile">The file of the test, beside which the snapshot lies.</param>
    /// <param name="method">The test.</param>
    /// <exception cref="DatasetDifferenceException">The data are new, or are not the reviewed ones.</exception>
    /// <exception cref="Compute.SpikeDataException">The data set is not built (SPIKE415), or a file of it is gone (SPIKE419).</exception>
    public static Task Verify(
        Dataset dataset, string? directory = null, string? store = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        return Task.Run(() => new DatasetSnapshot(Path.Combine(Path.GetDirectoryName(sourceFile)!, name)).Compare(new(dataset, directory, store)));
    }
}
