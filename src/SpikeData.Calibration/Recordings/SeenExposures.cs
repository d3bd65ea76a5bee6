using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Some pictures of a synchronised recording as the spike camera's pixels would see them, each beside the spikes of its exposure.</summary>
static class SeenExposures
{
    const int MostPictures = 16;

    /// <summary>How much more the pictures must look like the spikes upside down, and how much at all, until those are taken to be so.</summary>
    const double LeastDifference = 0.15, LeastLikeness = 0.3;

    /// <summary>Up to 16 pictures spread over those whose exposure was recorded.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE614: there is none. SPIKE608: one is not of the calibrated camera's size.</exception>
    public static IReadOnlyList<(GrayPicture Picture, SpikeStream Spikes)> Of(IReadOnlyList<string> pictures, SpikeRecording spikes, PictureClock clock, SensorView sensor)
    {
        int ticks = Math.Max(1, (int)Math.Round(clock.ExposureTicks));
        int[] inside = [.. Enumerable.Range(0, pictures.Count).Where(picture => First(picture) >= 0 && First(picture) + ticks <= spikes.Ticks)];
        if (inside.Length == 0) throw Errors.NoExposure(spikes.Path, ticks);
        int every = Math.Max(1, inside.Length / MostPictures);
        return [.. inside.Where((_, i) => i % every == 0).Select(picture => (sensor.See(GrayPicture.Read(pictures[picture])), spikes.Read(First(picture), ticks)))];

        long First(int picture) => (long)Math.Round(clock.Middle(picture) - ticks / 2.0);
    }

    /// <summary>Refuses spikes whose rows are read the wrong way.</summary>
    /// <param name="exposures">The pictures and their spikes.</param>
    /// <param name="seen">The spike pixels that the picture camera sees, row by row.</param>
    /// <param name="recording">The recording.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE620: upside down they look more like the pictures.</exception>
    public static void RequireUpright(IReadOnlyList<(GrayPicture Picture, SpikeStream Spikes)> exposures, int[] seen, SpikeRecording recording)
    {
        double likeness = exposures.Average(exposure => Likeness(exposure, seen, isTurned: false)), other = exposures.Average(exposure => Likeness(exposure, seen, isTurned: true));
        if (other > LeastLikeness && other - likeness > LeastDifference) throw Errors.UpsideDown(recording.Path, recording.Layout.Rows, likeness, other);
    }

    static double Likeness((GrayPicture Picture, SpikeStream Spikes) exposure, int[] seen, bool isTurned)
    {
        (GrayPicture picture, SpikeStream spikes) = exposure;
        int[] counts = Counts(spikes);
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        foreach (int pixel in seen)
        {
            (int row, int column) = Math.DivRem(pixel, picture.Width);
            double x = picture.Pixels[pixel], y = counts[isTurned ? (picture.Height - 1 - row) * picture.Width + column : pixel];
            (a, b, aa, bb, ab) = (a + x, b + y, aa + x * x, bb + y * y, ab + x * y);
        }

        double spread = (aa - a * a / seen.Length) * (bb - b * b / seen.Length);
        return spread > 0 ? (ab - a * b / seen.Length) / Math.Sqrt(spread) : 0;
    }

    /// <summary>How often each pixel fired, row by row from the top.</summary>
    public static int[] Counts(SpikeStream spikes)
    {
        int[] counts = new int[spikes.Layout.Pixels];
        byte[] frame = new byte[counts.Length];
        for (int tick = 0; tick < spikes.Ticks; tick++)
        {
            spikes.Unpack(tick, frame);
            for (int pixel = 0; pixel < counts.Length; pixel++) counts[pixel] += frame[pixel];
        }

        return counts;
    }
}
