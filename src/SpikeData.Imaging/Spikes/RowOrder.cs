namespace SpikeData.Imaging;

/// <summary>Which row of a spike frame comes first in a file.</summary>
public enum RowOrder
{
    /// <summary>The lowest row first, as the cameras' own files and most published data sets have it.</summary>
    BottomUp,

    /// <summary>The highest row first, as SCSim and the optical-flow data sets have it.</summary>
    TopDown,
}
