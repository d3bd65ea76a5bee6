namespace SpikeData.Training;

/// <summary>How images are compared in figures.</summary>
public enum Protocol
{
    /// <summary>As the published evaluation of S-SDM does it, its quirks included.</summary>
    SSdm,

    /// <summary>As most papers on deblurring do it: range 1, Gaussian windows.</summary>
    Standard,
}
