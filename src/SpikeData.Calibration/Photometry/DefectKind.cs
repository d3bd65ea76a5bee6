namespace SpikeData.Calibration;

/// <summary>What is wrong with a spike pixel.</summary>
public enum DefectKind
{
    /// <summary>It fires without light, or much more than all its neighbors.</summary>
    Hot,

    /// <summary>It hardly fires however much light there is.</summary>
    Dead,
}
