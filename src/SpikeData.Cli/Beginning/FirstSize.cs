using System.Globalization;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>The size of a first recipe's frames: no longer than the paper's, of sides that spikes of a quarter of the size fill, and of the footage's own shape.</summary>
/// <param name="Size">To be asked for; null where frames stay as they are.</param>
/// <param name="Comment">Why it is another shape, in a few words; empty where it is not.</param>
sealed record FirstSize(FrameSize? Size, string Comment = "")
{
    /// <summary>How many pixels, across and down, one spike pixel stands for.</summary>
    public const int Scale = 4;

    /// <summary>The paper's width.</summary>
    const int Longest = 1280;

    const double MostBent = 0.01;

    public static FirstSize For(FrameSize recorded)
    {
        double shrink = Math.Min(1, (double)Longest / Math.Max(recorded.Width, recorded.Height));
        int width = (int)Math.Round(recorded.Width * shrink);
        if (shrink == 1 && recorded.Width % Scale == 0 && recorded.Height % Scale == 0) return new((FrameSize?)null);
        // The whole numbers that have exactly this shape are multiples of the smallest two.
        int unit = (int)System.Numerics.BigInteger.GreatestCommonDivisor(recorded.Width, recorded.Height);
        (int across, int down) = (recorded.Width / unit, recorded.Height / unit);
        int times = width / across;
        while (times > 0 && (times * across % Scale != 0 || times * down % Scale != 0)) times--;
        if (2 * times * across >= width) return new(new FrameSize(times * across, times * down));
        for (int near = width / Scale * Scale; 2 * near >= width && near > 0; near -= Scale)
        {
            int height = (int)Math.Round((double)near * recorded.Height / recorded.Width / Scale) * Scale;
            double bent = ((double)near * recorded.Height / ((double)height * recorded.Width)) - 1;
            if (height > 0 && Math.Abs(bent) <= MostBent) return new(new FrameSize(near, height), string.Create(CultureInfo.InvariantCulture,
                $"; {near}x{height} is {Math.Abs(bent) * 100:0.##} % {(bent > 0 ? "wider" : "narrower")} than {recorded}, so that {Scale} divides both sides"));
        }

        return new((FrameSize?)null);
    }
}
