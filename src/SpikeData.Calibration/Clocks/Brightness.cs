using System.Numerics;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>The signal that both cameras of a rig see: the mean brightness of the scene, or of a part of it, over time.</summary>
public static class Brightness
{
    /// <summary>The mean gray value of each picture, from 0 to 1.</summary>
    public static double[] Of(IEnumerable<GrayPicture> pictures, Region? region = null) => [.. pictures.Select(picture => Mean(picture, region))];

    /// <summary>The share of pixels that fire in each tick; read block by block.</summary>
    public static double[] Of(SpikeRecording recording, Region? region = null)
    {
        SpikeLayout layout = recording.Layout;
        Region? part = region?.Within(layout.Height, layout.Width, recording.Path);
        List<double> shares = new((int)Math.Min(recording.Ticks, 1 << 20));
        foreach (SpikeStream block in recording.Blocks())
            for (int tick = 0; tick < block.Ticks; tick++)
                shares.Add(part is { } rectangle ? Share(block, tick, rectangle) : Ones(block.Frame(tick)) / (double)layout.Pixels);
        return [.. shares];
    }

    static double Mean(GrayPicture picture, Region? region)
    {
        Region part = (region ?? Region.Whole(picture.Height, picture.Width)).Within(picture.Height, picture.Width, picture.File ?? picture.Name);
        long sum = 0;
        for (int row = part.Y; row < part.Y + part.Height; row++)
            foreach (byte gray in picture.Pixels.AsSpan(row * picture.Width + part.X, part.Width)) sum += gray;
        return sum / (255.0 * part.Width * part.Height);
    }

    static long Ones(ReadOnlySpan<byte> bits)
    {
        long ones = 0;
        foreach (byte eight in bits) ones += BitOperations.PopCount(eight);
        return ones;
    }

    static double Share(SpikeStream spikes, int tick, Region part)
    {
        int count = 0;
        for (int row = part.Y; row < part.Y + part.Height; row++)
            for (int column = part.X; column < part.X + part.Width; column++)
                if (spikes[tick, row, column]) count++;
        return count / ((double)part.Width * part.Height);
    }
}
