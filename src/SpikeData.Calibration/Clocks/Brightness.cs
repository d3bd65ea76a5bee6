using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>The signal that both cameras of a rig see: the mean brightness of the scene, or of a part of it, over time.</summary>
public static class Brightness
{
    static readonly double[] Proportional = [.. Enumerable.Range(0, 256).Select(code => code / 255.0)];

    /// <summary>The mean gray value of each picture, from 0 to 1.</summary>
    public static double[] Of(IEnumerable<GrayPicture> pictures, Region? region = null) => [.. pictures.Select(picture => Mean(picture, region))];

    /// <summary>The share of pixels that fire in each tick; read block by block.</summary>
    public static double[] Of(SpikeRecording recording, Region? region = null)
    {
        SpikeLayout layout = recording.Layout;
        Region part = (region ?? Region.Whole(layout.Height, layout.Width)).Within(layout.Height, layout.Width, recording.Path);
        List<double> shares = new((int)Math.Min(recording.Ticks, 1 << 20));
        foreach (SpikeStream block in recording.Blocks())
            for (int tick = 0; tick < block.Ticks; tick++) shares.Add(Share(block, tick, part));
        return [.. shares];
    }

    /// <summary>The mean gray value of a part of a picture, from 0 to 1.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="region">The part; all of it unless given.</param>
    /// <param name="tone">The light of each code; in proportion to the code unless given.</param>
    internal static double Mean(GrayPicture picture, Region? region, double[]? tone = null)
    {
        Region part = (region ?? Region.Whole(picture.Height, picture.Width)).Within(picture.Height, picture.Width, picture.File ?? picture.Name);
        tone ??= Proportional;
        double sum = 0;
        for (int row = part.Y; row < part.Y + part.Height; row++)
            foreach (byte gray in picture.Pixels.AsSpan(row * picture.Width + part.X, part.Width)) sum += tone[gray];
        return sum / ((double)part.Width * part.Height);
    }

    /// <summary>The share of a part's pixels that fire in a tick.</summary>
    internal static double Share(SpikeStream spikes, int tick, Region part)
    {
        ReadOnlySpan<byte> bits = spikes.Frame(tick);
        if (part.Width == spikes.Layout.Width)
        {
            // Rows that follow each other do so in either order.
            int first = Math.Min(spikes.Layout.BitOf(part.Y, 0), spikes.Layout.BitOf(part.Y + part.Height - 1, 0));
            return BitCount.Between(bits, first, first + part.Width * part.Height) / ((double)part.Width * part.Height);
        }

        long count = 0;
        for (int row = part.Y; row < part.Y + part.Height; row++)
        {
            int first = spikes.Layout.BitOf(row, part.X);
            count += BitCount.Between(bits, first, first + part.Width);
        }

        return count / ((double)part.Width * part.Height);
    }
}
