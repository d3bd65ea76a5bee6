using System.Collections;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>Ticks of a recording at even distances.</summary>
sealed record Moments(long First, long Last, int Every) : IEnumerable<long>
{
    internal long Count => ((Last - First) / Every) + 1;

    /// <param name="range">Which ticks; null for all of them.</param>
    /// <param name="every">How far the moments are apart.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="isOne">Whether one moment is meant, the middle unless given.</param>
    /// <exception cref="SpikeDataException">SPIKE473: the recording has no such ticks. SPIKE484: several moments where one is meant.</exception>
    internal static Moments Of(FrameRange? range, int every, SpikeRecording recording, bool isOne)
    {
        if (range is null && isOne) return new(recording.Ticks / 2, recording.Ticks / 2, every);
        (long first, long last) = (range?.First ?? 0, range?.Last ?? recording.Ticks - 1);
        if (first > last || last >= recording.Ticks)
            throw new SpikeDataException("SPIKE473", $"Ticks {range} are wanted; there are {recording.Ticks}, counted from 0.") { File = recording.Path };
        Moments moments = new(first, last, every);
        if (isOne && moments.Count > 1)
            throw new SpikeDataException("SPIKE484", $"A .png file holds one picture, not {moments.Count}. Name one tick, or write a folder, a .gif or a video.");
        return moments;
    }

    public IEnumerator<long> GetEnumerator()
    {
        for (long tick = First; tick <= Last; tick += Every) yield return tick;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
