namespace SpikeData.Imaging;

/// <summary>Which sensor a .dat file of unknown size may come from: one of known size, whose rows then resemble their neighbors.</summary>
/// <param name="Facts">The size, and the header columns of those cameras that store some.</param>
/// <param name="Likeness">How well the spike counts of neighboring rows agree, as a correlation: near 1 for pictures, near 0 for garbage.</param>
public sealed record SizeGuess(RecordingFacts Facts, double Likeness)
{
    const int MostTicks = 200;

    static readonly (int Width, int Height, string? HeaderColumns)[] Sensors =
    [
        (400, 250, null), (400, 250, "400..415"), (800, 500, null), (1000, 1000, null), (1000, 1000, "500..511,1012..1023"),
        (250, 250, null), (320, 180, null), (640, 360, null), (640, 480, null), (1024, 1280, null), (1280, 720, null), (1280, 1024, null), (160, 90, null), (346, 260, null),
    ];

    /// <summary>The sizes that divide the file into whole ticks, the likeliest first.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SizeGuess> Of(string path)
    {
        List<SizeGuess> guesses = [];
        long length = new FileInfo(path).Length;
        foreach ((int width, int height, string? header) in Sensors)
        {
            HeaderColumns? columns = header is null ? null : HeaderColumns.Parse(header);
            long frameBytes = ((long)(width + (columns?.Count ?? 0)) * height + 7) / 8;
            if (length == 0 || length % frameBytes != 0) continue;
            RecordingFacts facts = new() { Width = width, Height = height, HeaderColumns = columns };
            using SpikeDat dat = SpikeDat.OpenKnown(path, facts);
            guesses.Add(new(facts, LikenessOf(dat)));
        }

        return [.. guesses.OrderByDescending(guess => guess.Likeness)];
    }

    /// <summary>Whether the first of some guesses is sure: a picture, and much more of one than the next, which may see every second row.</summary>
    public static bool IsClear(IReadOnlyList<SizeGuess> guesses) =>
        guesses.Count > 0 && guesses[0].Likeness > 0.5 && (guesses.Count == 1 || 1 - guesses[0].Likeness < 0.5 * (1 - guesses[1].Likeness));

    static double LikenessOf(SpikeDat dat)
    {
        int ticks = (int)Math.Min(MostTicks, dat.Ticks);
        SpikeStream spikes = dat.Read((dat.Ticks - ticks) / 2, ticks);
        int[] counts = new int[dat.Layout.Pixels];
        byte[] frame = new byte[counts.Length];
        for (int tick = 0; tick < ticks; tick++)
        {
            spikes.Unpack(tick, frame);
            for (int pixel = 0; pixel < counts.Length; pixel++) counts[pixel] += frame[pixel];
        }

        return Correlation(counts.AsSpan(..^dat.Layout.Width), counts.AsSpan(dat.Layout.Width..));
    }

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
