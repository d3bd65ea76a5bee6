using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A sign, found in the spikes themselves, that a file is to be read otherwise than it would be.</summary>
/// <param name="Id">The error that reading it ends in.</param>
/// <param name="Reason">What speaks against it, and the way out.</param>
/// <param name="Likelier">How it is more likely to be read.</param>
public sealed record ReadingDoubt(string Id, string Reason, RecordingFacts Likelier)
{
    internal SpikeDataException ErrorOf(string path) => new(Id, Reason) { File = path };
}
