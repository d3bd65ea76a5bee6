namespace SpikeData.Training;

/// <summary>How deblurred instants are put together to the blurry image again.</summary>
public enum ReblurForm
{
    /// <summary>Their mean, as in the published code.</summary>
    Mean,

    /// <summary>Their sum, as equation 12 of the paper reads.</summary>
    Sum,
}
