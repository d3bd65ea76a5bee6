namespace SpikeData.Calibration;

/// <summary>What of a spike camera's photometry is applied to its spikes.</summary>
public enum SpikeCorrectionDepth
{
    /// <summary>Nothing: spikes stay as they were recorded.</summary>
    None,

    /// <summary>Hot and dead pixels give the spikes of their nearest sound neighbor; all others stay as they were recorded.</summary>
    Defects,

    /// <summary>Also the dark current is taken off and the flat field divided out.</summary>
    Full,
}
