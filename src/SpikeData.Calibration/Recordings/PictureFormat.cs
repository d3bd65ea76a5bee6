namespace SpikeData.Calibration;

/// <summary>The kinds of files that rectified pictures are kept in.</summary>
public enum PictureFormat
{
    /// <summary>Every level as it is.</summary>
    Png,

    /// <summary>JPEG of quality 95.</summary>
    Jpg,
}
