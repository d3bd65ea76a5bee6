using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>From which source pixels each pixel of a resized line comes, and how much of each: the table of one axis.</summary>
sealed class ResizeWeights : IDisposable
{
    /// <summary>What the weights of a pixel add up to.</summary>
    const int One = 1 << 15;

    /// <param name="device">Where the table is to lie.</param>
    /// <param name="from">Pixels of the source line.</param>
    /// <param name="to">Pixels of the resized line.</param>
    /// <param name="channels">Numbers to a pixel; the table has an entry for each.</param>
    public ResizeWeights(Device device, int from, int to, int channels)
    {
        var pixels = new (int First, int[] Weights)[to];
        for (int pixel = 0; pixel < to; pixel++) pixels[pixel] = to < from ? Area(from, to, pixel) : Linear(from, to, pixel);
        Taps = pixels.Max(pixel => pixel.Weights.Length);
        int entries = to * channels;
        int[] first = new int[entries], weights = new int[entries * Taps];
        for (int entry = 0; entry < entries; entry++)
        {
            (int start, int[] parts) = pixels[entry / channels];
            // All taps stay inside the line, those of weight 0 too.
            int kept = Math.Min(start, from - Taps);
            first[entry] = kept * channels + entry % channels;
            for (int tap = 0; tap < parts.Length; tap++) weights[(start - kept + tap) * entries + entry] = parts[tap];
        }

        (First, Weights) = (Upload(device, first), Upload(device, weights));
    }

    /// <summary>How many source pixels each pixel looks at.</summary>
    public int Taps { get; }

    /// <summary>Where the first of them lies in the source line; the next one is as many numbers further as a pixel has.</summary>
    public Buffer<int> First { get; }

    /// <summary>[taps, numbers of the resized line] in units of 2^-15.</summary>
    public Buffer<int> Weights { get; }

    public void Dispose()
    {
        First.Dispose();
        Weights.Dispose();
    }

    /// <summary>The parts of the source pixels that the pixel covers. In units of 1/to source pixels it covers [pixel from, (pixel + 1) from).</summary>
    static (int First, int[] Weights) Area(int from, int to, int pixel)
    {
        long start = (long)pixel * from, end = start + from;
        int first = (int)(start / to), last = (int)((end - 1) / to);
        var weights = new int[last - first + 1];
        for (int source = first, before = 0; source <= last; source++)
        {
            // Rounding what is covered so far, not each part, keeps the sum at One.
            long covered = Math.Min(end, (source + 1L) * to) - start;
            int rounded = (int)((covered * One + from / 2) / from);
            weights[source - first] = rounded - before;
            before = rounded;
        }

        return (first, weights);
    }

    /// <summary>The two source pixels around the pixel's center, or the one at the border.</summary>
    static (int First, int[] Weights) Linear(int from, int to, int pixel)
    {
        long center = (2L * pixel + 1) * from - to, step = 2L * to;
        if (center <= 0) return (0, [One]);
        int first = (int)(center / step);
        if (first >= from - 1) return (from - 1, [One]);
        int second = (int)(((center % step) * One + to) / step);
        return (first, [One - second, second]);
    }

    static Buffer<int> Upload(Device device, int[] numbers)
    {
        Buffer<int> buffer = device.Allocate<int>(numbers.Length);
        buffer.Upload(numbers);
        return buffer;
    }
}
