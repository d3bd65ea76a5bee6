namespace SpikeData.Pipelines;

/// <summary>A finished data set on the disk. Generated classes derive from it and add the shapes as constants.</summary>
/// <param name="pipeline">The recipe it was built by.</param>
public class Dataset(Pipeline pipeline)
{
    /// <summary>The recipe it was built by.</summary>
    public Pipeline Pipeline { get; } = pipeline;

    /// <summary>The samples, sorted by split, clip and number; files are read when a sample is asked for them.</summary>
    /// <param name="directory">The folder of the data set; found beside the recipe unless given.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    public virtual IAsyncEnumerable<Sample> Samples(string? directory = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
