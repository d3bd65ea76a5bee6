namespace SpikeData.Generators;

/// <summary>A digest of the code behind a stage or variant that is not part of SpikeData.Tools; it enters the content key.</summary>
sealed record CodeDigest(string TypeName, string Digest);
