namespace SpikeData.Pipelines;

/// <summary>How the files of a data set are named and sorted into folders.</summary>
public interface ILayout
{
    /// <summary>How many samples an archive of the data set holds at most; null where every file lies in a folder.</summary>
    int? SamplesPerShard => null;

    /// <summary>The path of one file within the data set, with forward slashes.</summary>
    /// <param name="clip">The clip it was recorded from.</param>
    /// <param name="kind">The product's kind, such as "blur".</param>
    /// <param name="label">The number as it stands in the name, such as "000019".</param>
    /// <param name="extension">Such as ".png".</param>
    string PathOf(ClipSource clip, string kind, string label, string extension);
}
