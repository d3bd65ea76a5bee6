namespace SpikeData.Calibration;

/// <summary>How the pixels of a spike camera answer to light, one against the other and against a picture camera. What is not known is null.</summary>
/// <param name="Height">Rows of the sensor.</param>
/// <param name="Width">Columns of the sensor.</param>
public sealed record Photometry(int Height, int Width)
{
    /// <summary>Spikes per tick without light.</summary>
    public PixelMap? Dark { get; init; }

    /// <summary>No pixel's dark rate can be above this, since a pixel was seen that fired no more, in spikes per tick; where there is no recording in the dark.</summary>
    public double? DarkAtMost { get; init; }

    /// <summary>How much a pixel answers to light compared with the usual one, which is 1.</summary>
    public PixelMap? Flat { get; init; }

    /// <summary>Pixels that cannot be trusted, row by row.</summary>
    public IReadOnlyList<PixelDefect> Defects { get; init; } = [];

    /// <summary>How codes of pictures follow from spikes.</summary>
    public ResponseFit? Response { get; init; }

    /// <summary>What the figures were found from, for people.</summary>
    public string Source { get; init; } = "";
}
