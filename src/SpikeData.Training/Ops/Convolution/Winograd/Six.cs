namespace SpikeData.Training;

/// <summary>Six lanes: a row or column of a tile of <see cref="Winograd"/>'s products.</summary>
public readonly record struct Six<TLane>(TLane A, TLane B, TLane C, TLane D, TLane E, TLane F)
    where TLane : struct;
