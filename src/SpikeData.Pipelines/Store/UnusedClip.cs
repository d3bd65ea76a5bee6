namespace SpikeData.Pipelines;

/// <summary>A clip of the store that no data set needs.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called; empty where that cannot be read any more.</param>
/// <param name="Bytes">The length of its files.</param>
/// <param name="Age">How long ago it was recorded.</param>
public sealed record UnusedClip(ContentKey Key, string Name, long Bytes, TimeSpan Age);
