namespace SpikeData.Training;

/// <summary>Four lanes: a row or column of a tile of a convolution's results.</summary>
public readonly record struct Four<TLane>(TLane A, TLane B, TLane C, TLane D)
    where TLane : struct;
