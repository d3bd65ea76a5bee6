namespace SpikeData.Imaging;

/// <summary>A raster plot: one row of pixels over time, dark where a pixel fired.</summary>
public static class SpikeRaster
{
    /// <summary>Draws a line of the sensor: [width, ticks] gray bytes, time from left to right, 0 for a spike and 255 for none.</summary>
    public static byte[] Of(SpikeStream spikes, int row)
    {
        byte[] raster = new byte[checked(spikes.Layout.Width * spikes.Ticks)];
        for (int column = 0; column < spikes.Layout.Width; column++)
        for (int tick = 0; tick < spikes.Ticks; tick++)
            raster[column * spikes.Ticks + tick] = spikes[tick, row, column] ? (byte)0 : (byte)255;
        return raster;
    }
}
