namespace SpikeData.Pipelines;

/// <summary>A source file whose bytes are known by their digest, as long as its stamp is the same.</summary>
readonly record struct SourceFile(string Path, FileStamp Stamp, string Digest);
