namespace SpikeData.Pipelines;

/// <summary>A source file whose bytes are known by their digest, as long as its stamp is the same.</summary>
/// <param name="Path">The file.</param>
/// <param name="Stamp">What the file system said of it before and after it was read.</param>
/// <param name="Digest">The digest of its bytes.</param>
/// <param name="IsSettled">Whether it had been quiet for a while when it was read: one written a moment before can change again within its time stamp.</param>
readonly record struct SourceFile(string Path, FileStamp Stamp, string Digest, bool IsSettled = true);
