namespace SpikeData.Pipelines;

/// <summary>Takes the files of samples from the products and writes them on other threads; waits while too many are under way.</summary>
public interface ISampleWriter
{
    /// <summary>Hands over one file.</summary>
    /// <param name="kind">The product's kind.</param>
    /// <param name="exposure">The exposure the file belongs to, counted from 0.</param>
    /// <param name="number">The number in its name.</param>
    /// <param name="extension">Such as ".png".</param>
    /// <param name="content">What is to be written; disposed afterwards.</param>
    void Write(string kind, int exposure, int number, string extension, IFileContent content);
}
