namespace SpikeData.Imaging;

/// <summary>Inherent noise placed exactly as S-SDM's script places it when its random gaps are given; for comparison with published data.</summary>
public static class PublishedNoise
{
    /// <summary>
    /// Sums the gaps and sets a spike at each sum, rounded toward zero, in the order row, column, tick with ticks fastest; ends before the last place.
    /// A sum below zero counts from the end, as the script's indexing does.
    /// </summary>
    /// <returns>[ticks, height, width] bytes 0 and 1.</returns>
    public static byte[] Place(ReadOnlySpan<float> gaps, int height, int width, int ticks)
    {
        int pixels = height * width, places = checked(pixels * ticks);
        byte[] noise = new byte[places];
        float sum = 0;
        foreach (float gap in gaps)
        {
            sum += gap;
            if (!(sum < places - 1)) break;
            int place = (int)sum;
            if (place < 0) place += places;
            (int pixel, int tick) = Math.DivRem(place, ticks);
            noise[tick * pixels + pixel] = 1;
        }

        return noise;
    }
}
