namespace SpikeData.Calibration;

/// <summary>What is printed on a calibration board.</summary>
public enum BoardPattern
{
    /// <summary>Black and white squares; what is found are the inner corners, where four squares meet.</summary>
    Checkerboard,

    /// <summary>Dark disks in rows, every second row moved to the right by half a column; what is found are their centers.</summary>
    AsymmetricCircles,
}
