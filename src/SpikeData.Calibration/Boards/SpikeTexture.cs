namespace SpikeData.Calibration;

/// <summary>How a picture is made from the spikes in which a board is looked for.</summary>
public enum SpikeTexture
{
    /// <summary>The share of ticks in which each pixel fired (TFP): for a board at rest.</summary>
    Playback,

    /// <summary>The intervals between the spikes around the middle tick and a few near it (TFI): for a board that moves.</summary>
    Interval,
}
