namespace SpikeData.Training;

/// <summary>Output channels that a tile computes two at a time: one of the first half with its partner in the second.</summary>
/// <remarks>Every channel belongs to one pair only, or two threads of a GPU would add to it at once; the middle one of an odd number is its own partner.</remarks>
/// <param name="First">The channel that column 0 of a grid computes.</param>
/// <param name="Second">Its partner.</param>
/// <param name="Count">How many columns there are.</param>
public readonly record struct ChannelPairs(int First, int Second, int Count)
{
    /// <summary>The launches that compute every one of so many channels once.</summary>
    public static Launches Of(int channels) => new(channels);

    /// <summary>The pairs of both halves, if there are any, then the middle channel, if there is one.</summary>
    public struct Launches(int channels)
    {
        int launch = channels == 1 ? 0 : -1;

        public readonly ChannelPairs Current =>
            launch == 0 ? new(0, channels - channels / 2, channels / 2) : new(channels / 2, channels / 2, 1);

        public readonly Launches GetEnumerator() => this;

        public bool MoveNext() => ++launch <= channels % 2;
    }
}
