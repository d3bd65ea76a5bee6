namespace SpikeData.Pipelines;

/// <summary>What a file will hold, before it is encoded: gives its memory back when disposed.</summary>
public interface IFileContent : IDisposable
{
    /// <summary>Encodes the file. Called once, on a thread of its own.</summary>
    void Encode(Stream target);
}
