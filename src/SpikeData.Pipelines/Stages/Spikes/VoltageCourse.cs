namespace SpikeData.Pipelines;

/// <summary>How far the voltage of a pixel carries over.</summary>
public enum VoltageCourse
{
    /// <summary>It is drawn anew where the recording of an exposure begins, so that any exposure can be simulated alone.</summary>
    PerExposure,

    /// <summary>It is drawn once and runs through the whole clip, as in a camera that is never stopped; so does noise.</summary>
    Continuous,
}
