namespace SpikeData.Training;

/// <summary>Which frames between two frames a network makes.</summary>
public enum Instants
{
    /// <summary>Those at any instant, which the network is told: IFNet_m.</summary>
    Any,

    /// <summary>The middle one only; others are made by halving again and again: IFNet.</summary>
    Middle,
}
