namespace SpikeData.Calibration.Tests;

/// <summary>Light that changes irregularly over time, and what a picture camera with a known clock sees of it.</summary>
static class FlickeringLight
{
    /// <summary>Brightness from 0 to 1 in each tick: a random walk that is drawn to the middle, and flashes.</summary>
    public static double[] Ticks(int count, int seed)
    {
        Random random = new(seed);
        double[] light = new double[count];
        double walk = 0.4;
        int flash = 0;
        for (int tick = 0; tick < count; tick++)
        {
            walk = Math.Clamp(walk + (random.NextDouble() - 0.5) * 0.03 + (0.4 - walk) * 0.002, 0.05, 0.7);
            if (random.NextDouble() < 0.002) flash = random.Next(10, 60);
            light[tick] = walk + (flash-- > 0 ? 0.25 : 0);
        }

        return light;
    }

    /// <summary>What each picture sees: the mean over its exposure, through a camera's gain, gamma and noise.</summary>
    public static double[] Pictures(double[] light, PictureClock clock, int count, double gamma = 1)
    {
        TickSums sums = new(light);
        Random noise = new(7);
        return [.. Enumerable.Range(0, count).Select(picture =>
        {
            double mean = sums.Mean(clock.Middle(picture) - clock.ExposureTicks / 2, clock.Middle(picture) + clock.ExposureTicks / 2);
            return 0.05 + 0.8 * Math.Pow(mean, gamma) + (noise.NextDouble() - 0.5) * 0.002;
        })];
    }
}
