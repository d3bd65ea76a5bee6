using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Why footage cannot be learned from.</summary>
static class FootageErrors
{
    public static SpikeDataException TooLong(Clip clip) => Of(
        $"'{clip.Name}' has {clip.Count} frames of {clip.Size}, more than the {FrameMemory.Usual >> 30} GB that a decoded video may take. Give 'frames' or a smaller 'size', or save its frames as pictures");

    public static SpikeDataException TooShort(IEnumerable<ClipSource> found, int frames) => Of(
        $"no clip of {string.Join(", ", found.Take(3).Select(clip => $"'{clip.Title}'"))} has the {frames} frames that a window needs. Take longer clips, or a shorter 'span'");

    public static SpikeDataException TooSmall(string name, FrameSize size, int side) => Of(
        $"'{name}' is {size}, and windows are {side}x{side}. Give a smaller 'crop', or a larger 'size'");

    public static SpikeDataException NothingHeldOut() => Of(
        "nothing is held out to measure with: the clips are too short to spare frames. Name others under 'held-out'");

    static SpikeDataException Of(string why) => new("SPIKE518", $"The footage cannot be learned from: {why}.");
}
