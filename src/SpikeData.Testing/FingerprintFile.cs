using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>One file of a fingerprint.</summary>
/// <param name="Key">The content key of its clip.</param>
/// <param name="Path">Its place in the data set.</param>
/// <param name="Digest">The first letters of its SHA-256.</param>
/// <param name="Ticks">The first letters of the digest of each tick, for some of the spike streams.</param>
sealed record FingerprintFile(ContentKey Key, RelativePath Path, string Digest, string[] Ticks);
