using System.Numerics;
using System.Runtime.InteropServices;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A few figures of a data set that tell whether it is what one expects.</summary>
/// <param name="Samples">Over how many samples they are taken.</param>
/// <param name="SpikeRate">Spikes per pixel and tick; null without spikes.</param>
/// <param name="Brightness">The mean value of the blurry images, from 0 to 255; null without them.</param>
/// <param name="Blur">The mean absolute difference of blurry images and the sharp frames in their middles; null without both, or where they have different sizes.</param>
sealed record DataStatistics(int Samples, double? SpikeRate, double? Brightness, double? Blur)
{
    const int MostSamples = 16;

    /// <summary>Reads the files of a few samples, evenly spread.</summary>
    public static DataStatistics Of(IReadOnlyList<Sample> samples)
    {
        int count = Math.Min(MostSamples, samples.Count);
        DataStatistics[] each = [.. Enumerable.Range(0, count).Select(index => Of(samples[index * samples.Count / count]))];
        return new(count, each.Average(one => one.SpikeRate), each.Average(one => one.Brightness), each.Average(one => one.Blur));
    }

    static DataStatistics Of(Sample sample)
    {
        IReadOnlyList<string> sharp = sample.Files("sharp");
        NdArray? blur = sample.Files("blur").Count > 0 ? sample.ReadBlur() : null;
        NdArray? middle = blur is null || sharp.Count == 0 ? null : sample.ReadSharp().ElementAt(sharp.Count / 2);
        return new(
            1,
            sample.Files("spike").Count > 0 ? Rate(sample.ReadSpikes()) : null,
            blur is null ? null : MeanDifference(blur.Bytes, []),
            middle is null || middle.Length != blur!.Length ? null : MeanDifference(blur.Bytes, middle.Bytes));
    }

    static double Rate(SpikeStream spikes)
    {
        long count = 0;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(spikes.Bytes);
        foreach (ulong word in words) count += BitOperations.PopCount(word);
        foreach (byte rest in spikes.Bytes[(words.Length * sizeof(ulong))..]) count += BitOperations.PopCount(rest);
        return (double)count / ((long)spikes.Ticks * spikes.Layout.Pixels);
    }

    /// <param name="first">Values.</param>
    /// <param name="second">As many others, or none to compare with zero.</param>
    static double MeanDifference(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        long sum = 0;
        for (int index = 0; index < first.Length; index++) sum += Math.Abs(first[index] - (second.IsEmpty ? 0 : second[index]));
        return (double)sum / first.Length;
    }
}
