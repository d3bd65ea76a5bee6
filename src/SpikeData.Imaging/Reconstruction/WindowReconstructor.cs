using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Pictures that follow from the ticks around a moment; at both ends of a recording from those that there are.</summary>
/// <param name="device">What counts and measures.</param>
/// <param name="recording">The spikes.</param>
/// <param name="before">How many ticks before the moment matter.</param>
/// <param name="after">How many ticks behind it matter.</param>
/// <param name="picture">Makes the picture of a tick of the block, [height, width] bytes.</param>
public sealed class WindowReconstructor(
    Device device, ISpikeSource recording, int before, int after, Func<SpikeBlock, int, byte[]> picture) : Reconstructor
{
    /// <summary>TFP: 255 x the share of a window's ticks in which a pixel fired.</summary>
    /// <param name="device">What counts.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="window">Ticks of the window, in whose middle the moment lies.</param>
    public static WindowReconstructor Playback(Device device, ISpikeSource recording, int window) => new(
        device, recording, window / 2, window - 1 - (window / 2), (spikes, _) => Texture.FromPlayback(spikes, 0, spikes.Ticks));

    /// <summary>TFI: 255 / the ticks between the spikes around the moment.</summary>
    /// <param name="device">What measures.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="reach">How many ticks are searched on either side.</param>
    public static WindowReconstructor Interval(Device device, ISpikeSource recording, int reach) => new(
        device, recording, reach - 1, reach, (spikes, tick) => Texture.FromInterval(spikes, tick, reach));

    /// <summary>DSFT: 255 / the mean length of the interval the moment lies in and, on request, its neighbors.</summary>
    /// <param name="device">What measures.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="reach">How many ticks are known on either side; where an interval goes on beyond, it counts as ending there.</param>
    /// <param name="preceding">Whether the interval before it is taken too.</param>
    /// <param name="following">Whether the interval after it is taken too.</param>
    public static WindowReconstructor FiringTimes(Device device, ISpikeSource recording, int reach, bool preceding, bool following) => new(
        device, recording, reach, reach, (spikes, tick) => Texture.FromFiringTimes(spikes, tick, preceding, following));

    public override byte[] At(long tick)
    {
        long first = Math.Max(0, tick - before), last = Math.Min(recording.Ticks - 1, tick + after);
        if (tick < 0 || tick >= recording.Ticks)
            throw new SpikeDataException("SPIKE473", $"Tick {tick} is wanted; the recording has {recording.Ticks}, counted from 0.");
        using SpikeBlock block = new(device, recording.Read(first, (int)(last - first + 1)));
        return picture(block, (int)(tick - first));
    }
}
