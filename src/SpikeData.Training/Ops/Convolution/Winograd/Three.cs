namespace SpikeData.Training;

/// <summary>Three lanes: a row or column of a 3x3 window's weights.</summary>
public readonly record struct Three<TLane>(TLane A, TLane B, TLane C)
    where TLane : struct;
