using System.Numerics;
using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>What can be counted in a recording: all its spikes, and those of each pixel in its middle.</summary>
public sealed class RecordingStatistics
{
    const int PictureTicks = 400;

    readonly int[] counts;

    RecordingStatistics(SpikeLayout layout, long ticks, long spikes, int[] counts, int countedTicks)
    {
        (Height, Width, Spikes, this.counts, CountedTicks) = (layout.Height, layout.Width, spikes, counts, countedTicks);
        MeanRate = spikes / ((double)ticks * layout.Pixels);
    }

    public int Height { get; }

    public int Width { get; }

    /// <summary>All spikes of all ticks.</summary>
    public long Spikes { get; }

    /// <summary>Spikes per pixel and tick.</summary>
    public double MeanRate { get; }

    /// <summary>How many ticks, in the middle of the recording, the counts are of.</summary>
    public int CountedTicks { get; }

    /// <summary>The spikes of each pixel, the highest row first.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>Reads a recording once, from its beginning to its end.</summary>
    public static RecordingStatistics Of(SpikeRecording recording)
    {
        int[] counts = new int[recording.Layout.Pixels];
        byte[] spikes = new byte[recording.Layout.Pixels];
        int counted = (int)Math.Min(PictureTicks, recording.Ticks);
        long from = (recording.Ticks - counted) / 2, tick = 0, all = 0;
        foreach (SpikeStream block in recording.Blocks())
        {
            all += CountBits(block.Bytes);
            for (int i = 0; i < block.Ticks; i++, tick++)
            {
                if (tick < from || tick >= from + counted) continue;
                block.Unpack(i, spikes);
                for (int pixel = 0; pixel < counts.Length; pixel++) counts[pixel] += spikes[pixel];
            }
        }

        return new(recording.Layout, recording.Ticks, all, counts, counted);
    }

    /// <summary>The counts as a gray picture, the highest one white: [height, width] bytes.</summary>
    public byte[] ToGray()
    {
        int highest = Math.Max(1, counts.Max());
        return Array.ConvertAll(counts, count => (byte)(255 * count / highest));
    }

    /// <summary>The mean rate of the upper half of the rows, and that of the lower half.</summary>
    public (double Upper, double Lower) Halves()
    {
        int half = Height / 2 * Width;
        return half == 0 ? default : (Mean(Counts[..half]), Mean(Counts[^half..]));

        double Mean(ReadOnlySpan<int> pixels)
        {
            long sum = 0;
            foreach (int count in pixels) sum += count;
            return sum / ((double)pixels.Length * CountedTicks);
        }
    }

    static long CountBits(ReadOnlySpan<byte> packed)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(packed);
        long count = 0;
        foreach (ulong word in words) count += BitOperations.PopCount(word);
        foreach (byte rest in packed[(words.Length * 8)..]) count += BitOperations.PopCount(rest);
        return count;
    }
}
