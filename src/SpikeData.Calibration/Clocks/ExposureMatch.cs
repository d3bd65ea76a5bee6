using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Finds how long a shutter was open from the blur of moving things: which exposure of the spikes, C N_T / T, looks most like the pictures.</summary>
/// <remarks>The S-SDM paper's gray exposure from spikes, B_g = C N_T / T, turned around: T is what maximizes the correlation of both sides over all pixels.</remarks>
public static class ExposureMatch
{
    /// <param name="pictures">Gray pictures on the grid of the spike camera, and the tick in the middle of each one's exposure.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="longest">The longest exposure that is tried, in ticks.</param>
    /// <returns>The exposure in ticks, to a part of a tick, and the correlation for every odd number of ticks.</returns>
    /// <exception cref="SpikeDataException">SPIKE614: no picture has enough ticks around it.</exception>
    public static (double ExposureTicks, IReadOnlyList<Point2> Curve) Find(
        IReadOnlyList<(GrayPicture Picture, long Middle)> pictures, SpikeRecording recording, int longest)
    {
        int half = longest / 2;
        (GrayPicture Picture, long Middle)[] inside = [.. pictures.Where(picture => picture.Middle >= half && picture.Middle + half < recording.Ticks)];
        if (inside.Length == 0) throw Errors.NoExposure(recording.Path, longest);
        double[] sums = new double[half + 1];
        using Device cpu = Device.Open("cpu");
        foreach ((GrayPicture picture, long middle) in inside)
        {
            using SpikeBlock spikes = new(cpu, recording.Read(middle - half, 2 * half + 1));
            for (int reach = 1; reach <= half; reach++) sums[reach] += Correlation(picture.Pixels, spikes.Count(half - reach, 2 * reach + 1));
        }

        Point2[] curve = [.. Enumerable.Range(1, half).Select(reach => new Point2(2 * reach + 1, sums[reach] / inside.Length))];
        int best = Array.IndexOf(curve, curve.MaxBy(point => point.Y));
        return (curve[best].X + 2 * Summit(curve, best), curve);
    }

    /// <summary>Where the parabola through the best point and its neighbors is highest, in steps from the best.</summary>
    static double Summit(Point2[] curve, int best)
    {
        if (best == 0 || best == curve.Length - 1) return 0;
        double before = curve[best - 1].Y, here = curve[best].Y, after = curve[best + 1].Y, bend = before - 2 * here + after;
        return bend < 0 ? (before - after) / (2 * bend) : 0;
    }

    static double Correlation(byte[] gray, int[] counts)
    {
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (int pixel = 0; pixel < gray.Length; pixel++)
        {
            double x = gray[pixel], y = counts[pixel];
            (a, b, aa, bb, ab) = (a + x, b + y, aa + x * x, bb + y * y, ab + x * y);
        }

        double spread = (aa - a * a / gray.Length) * (bb - b * b / gray.Length);
        return spread > 0 ? (ab - a * b / gray.Length) / Math.Sqrt(spread) : 0;
    }
}
