using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Undoes a picture camera's tone curve without knowing it: both cameras look at one scene, so a code that a share of all pixels stay below means the light that the same share of spike pixels stay below.</summary>
public static class ToneMatch
{
    const int Windows = 24;

    /// <summary>The light of each of 256 codes, from 0 to 1.</summary>
    /// <param name="pictures">Some pictures of the scene.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="exposureTicks">About how long an exposure is.</param>
    public static double[] Of(IEnumerable<GrayPicture> pictures, SpikeRecording recording, double exposureTicks)
    {
        long[] codes = new long[256];
        foreach (GrayPicture picture in pictures)
            foreach (byte code in picture.Pixels) codes[code]++;
        int ticks = (int)Math.Clamp(exposureTicks, 1, recording.Ticks);
        long[] counts = Counts(recording, ticks);
        double allCodes = codes.Sum(), allCounts = counts.Sum(), codesBelow = 0, countsBelow = 0;
        double[] light = new double[codes.Length];
        int count = 0;
        for (int code = 0; code < codes.Length; code++)
        {
            // A code stands for the light in the middle of its pixels.
            double share = (codesBelow + codes[code] / 2.0) / Math.Max(1, allCodes) * allCounts;
            while (count < ticks && countsBelow + counts[count] <= share) countsBelow += counts[count++];
            double within = Math.Clamp((share - countsBelow) / Math.Max(1, counts[count]), 0, 1);
            light[code] = Math.Clamp((count - 0.5 + within) / ticks, 0, 1);
            codesBelow += codes[code];
        }

        return light;
    }

    /// <summary>How many pixels fire how often, in windows spread over the recording.</summary>
    static long[] Counts(SpikeRecording recording, int ticks)
    {
        long[] pixels = new long[ticks + 1];
        int[] counts = new int[recording.Layout.Pixels];
        byte[] frame = new byte[recording.Layout.Pixels];
        for (int window = 0; window < Windows; window++)
        {
            SpikeStream spikes = recording.Read((recording.Ticks - ticks) * window / (Windows - 1), ticks);
            Array.Clear(counts);
            for (int tick = 0; tick < ticks; tick++)
            {
                spikes.Unpack(tick, frame);
                for (int pixel = 0; pixel < counts.Length; pixel++) counts[pixel] += frame[pixel];
            }

            foreach (int count in counts) pixels[count]++;
        }

        return pixels;
    }
}
