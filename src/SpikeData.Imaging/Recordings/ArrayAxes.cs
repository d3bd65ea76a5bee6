namespace SpikeData.Imaging;

/// <summary>The order of the axes of an array of spikes, as who wrote it counts them: t for ticks, h for height, w for width.</summary>
public enum ArrayAxes
{
    /// <summary>[ticks, height, width], the usual order.</summary>
    Thw,

    /// <summary>[ticks, width, height].</summary>
    Twh,

    /// <summary>[height, width, ticks], as MATLAB's users write them.</summary>
    Hwt,

    /// <summary>[height, ticks, width].</summary>
    Htw,

    /// <summary>[width, height, ticks].</summary>
    Wht,

    /// <summary>[width, ticks, height].</summary>
    Wth,
}
