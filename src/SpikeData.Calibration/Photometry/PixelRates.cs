using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>How often each pixel of a recording fires per tick, in some parts of the recording one after another.</summary>
public sealed class PixelRates
{
    PixelRates(string name, SpikeLayout layout, double[][] parts) => (Name, Height, Width, Parts) = (name, layout.Height, layout.Width, parts);

    /// <summary>How many parts a recording is divided into.</summary>
    public const int Count = 4;

    public string Name { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>[height, width] for each part, the highest row first.</summary>
    public IReadOnlyList<double[]> Parts { get; }

    /// <summary>The rates over the whole recording.</summary>
    public double[] Whole => Mean(Parts);

    /// <summary>The rates over every second part, beginning with the first or the second: two halves that saw the same slow changes.</summary>
    public double[] Half(int which) => Mean([.. Parts.Where((_, part) => part % 2 == which)]);

    /// <summary>Counts in a recording, block by block.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE616: it is too short.</exception>
    public static PixelRates Of(SpikeRecording recording)
    {
        if (recording.Ticks < FewestTicks) throw Errors.ShortRecording(recording.Path, recording.Ticks, FewestTicks);
        int[][] counts = [.. Enumerable.Range(0, Count).Select(_ => new int[recording.Layout.Pixels])];
        byte[] frame = new byte[recording.Layout.Pixels];
        long tick = 0;
        foreach (SpikeStream block in recording.Blocks())
            for (int i = 0; i < block.Ticks; i++, tick++)
            {
                int[] part = counts[PartOf(tick, recording.Ticks)];
                block.Unpack(i, frame);
                for (int pixel = 0; pixel < frame.Length; pixel++) part[pixel] += frame[pixel];
            }

        long[] lengths = new long[Count];
        for (tick = 0; tick < recording.Ticks; tick++) lengths[PartOf(tick, recording.Ticks)]++;
        return new(Path.GetFileName(recording.Path), recording.Layout, [.. counts.Select((part, i) => Array.ConvertAll(part, count => count / (double)lengths[i]))]);
    }

    const int FewestTicks = 40;

    static int PartOf(long tick, long ticks) => (int)(tick * Count / ticks);

    static double[] Mean(IReadOnlyList<double[]> parts) => [.. Enumerable.Range(0, parts[0].Length).Select(pixel => parts.Average(part => part[pixel]))];
}
