namespace SpikeData.Imaging;

/// <summary>Which bit of a byte of a .dat file is the first of its eight pixels.</summary>
public enum BitOrder
{
    /// <summary>The least significant, as spike cameras have it; numpy's <c>bitorder='little'</c>.</summary>
    LeastFirst,

    /// <summary>The most significant, as numpy packs bits unless told otherwise; its <c>bitorder='big'</c>.</summary>
    MostFirst,
}
