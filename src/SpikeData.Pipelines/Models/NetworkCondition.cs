namespace SpikeData.Pipelines;

/// <summary>How the weights of a network stand to its recipe and its data.</summary>
public enum NetworkCondition
{
    /// <summary>There are none.</summary>
    Missing,

    /// <summary>Training was interrupted; it goes on from there.</summary>
    Partial,

    /// <summary>They are finished, and training would make others.</summary>
    Stale,

    /// <summary>They are finished, and training would find nothing to do.</summary>
    Trained,
}
