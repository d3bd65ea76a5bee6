using System.Runtime.InteropServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Ticks from the middle of a .dat file as they are stored, and the spikes of each pixel in them, by which it is told whether it is read right.</summary>
sealed class DatSample
{
    /// <summary>Pictures agree far better one way than the other; by chance, four standard errors are as good as never seen.</summary>
    const double ClearErrors = 4, ClearShare = 0.7;

    /// <summary>Counts of pixels next to each other depend on each other, so that fewer of them count.</summary>
    const int PairsThatCountAsOne = 4, FewestPairs = 16, FewestNumbers = 64, BitsOfByte = 8;

    const int MostTicks = 128, MostBytes = 1 << 23;

    readonly int[] counts;
    readonly int width;

    DatSample(int[] counts, int width, int ticks)
    {
        (this.counts, this.width) = (counts, width);
        long spikes = 0;
        foreach (int count in counts) spikes += count;
        Rate = ticks == 0 ? 0 : spikes / ((double)ticks * counts.Length);
    }

    /// <summary>Spikes per pixel and tick.</summary>
    public double Rate { get; }

    /// <summary>How well neighboring rows agree, as a correlation: near 1 for pictures, near 0 for garbage.</summary>
    public double RowLikeness => counts.Length > width ? Correlation(counts.AsSpan(..^width), counts.AsSpan(width..)) : 0;

    /// <param name="file">The file.</param>
    /// <param name="start">Where its first tick begins.</param>
    /// <param name="whole">The frames as they are stored, header columns included.</param>
    public static DatSample Read(Stream file, long start, SpikeLayout whole)
    {
        long all = (file.Length - start) / whole.FrameBytes;
        int ticks = (int)Math.Min(all, Math.Clamp(MostBytes / whole.FrameBytes, 1, MostTicks));
        byte[] packed = new byte[ticks * whole.FrameBytes];
        file.Position = start + (all - ticks) / 2 * whole.FrameBytes;
        file.ReadExactly(packed);
        int[] counts = new int[whole.Pixels];
        byte[] frame = new byte[counts.Length];
        for (int tick = 0; tick < ticks; tick++)
        {
            SpikeBits.Unpack(packed.AsSpan(tick * whole.FrameBytes, whole.FrameBytes), frame);
            for (int pixel = 0; pixel < counts.Length; pixel++) counts[pixel] += frame[pixel];
        }

        return new(counts, whole.Width, ticks);
    }

    /// <summary>Whether pixels on both sides of an edge between bytes would resemble each other much more if the bits of each byte were turned around.</summary>
    public bool IsMirrored()
    {
        double asRead = 0, turned = 0, gain = 0, squares = 0;
        int pairs = 0;
        for (int first = 0; first + 2 * BitsOfByte <= counts.Length; first += BitsOfByte)
        {
            if ((first + BitsOfByte) % width == 0) continue;
            double edge = Square(counts[first + BitsOfByte - 1] - counts[first + BitsOfByte]), other = Square(counts[first] - counts[first + 2 * BitsOfByte - 1]);
            asRead += edge;
            turned += other;
            gain += edge - other;
            squares += Square(edge - other);
            pairs++;
        }

        if (pairs < FewestPairs) return false;
        double mean = gain / pairs, deviation = Math.Sqrt(Math.Max(0, squares / pairs - mean * mean));
        return turned < ClearShare * asRead && mean * Math.Sqrt((double)pairs / PairsThatCountAsOne) > ClearErrors * deviation;
    }

    /// <summary>Refuses a file whose bytes are no bits but numbers, 0 and 1 throughout.</summary>
    /// <exception cref="SpikeDataException">SPIKE492: they are.</exception>
    public static void RefuseNumbers(Stream file, string path)
    {
        byte[] middle = new byte[Math.Min(file.Length, MostBytes) / sizeof(double) * sizeof(double)];
        file.Position = (file.Length - middle.Length) / 2 / sizeof(double) * sizeof(double);
        file.ReadExactly(middle);
        if (NumberType(middle) is { } numbers)
            throw new SpikeDataException("SPIKE492",
                $"It holds {numbers}, one for each pixel, all of them 0 or 1, where eight pixels to a byte were expected. Save the array in Python with numpy.save(path, array), which also says its size, " +
                "or pack it: numpy.packbits(array.reshape(ticks, -1), axis=1, bitorder='little').") { File = path };
    }

    static string? NumberType(ReadOnlySpan<byte> packed)
    {
        if (AreZeroOrOne(packed, (byte)1)) return "bytes or whole numbers";
        if (AreZeroOrOne(MemoryMarshal.Cast<byte, ushort>(packed), BitConverter.HalfToUInt16Bits((Half)1))) return "floats of 2 bytes";
        if (AreZeroOrOne(MemoryMarshal.Cast<byte, uint>(packed), BitConverter.SingleToUInt32Bits(1))) return "floats of 4 bytes";
        return AreZeroOrOne(MemoryMarshal.Cast<byte, ulong>(packed), BitConverter.DoubleToUInt64Bits(1)) ? "floats of 8 bytes" : null;
    }

    static bool AreZeroOrOne<T>(ReadOnlySpan<T> numbers, T one)
        where T : unmanaged, IEquatable<T> => !numbers.ContainsAnyExcept(default, one) && numbers.Count(one) >= FewestNumbers;

    static double Square(double value) => value * value;

    static double Correlation(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        double sum1 = 0, sum2 = 0, squares1 = 0, squares2 = 0, products = 0;
        for (int i = 0; i < first.Length; i++)
        {
            (double a, double b) = (first[i], second[i]);
            sum1 += a;
            sum2 += b;
            squares1 += a * a;
            squares2 += b * b;
            products += a * b;
        }

        double spread = (squares1 - sum1 * sum1 / first.Length) * (squares2 - sum2 * sum2 / first.Length);
        return spread > 0 ? (products - sum1 * sum2 / first.Length) / Math.Sqrt(spread) : 0;
    }
}
