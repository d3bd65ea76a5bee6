namespace SpikeData.Training;

/// <summary>What a teacher looks at.</summary>
public enum TeacherView
{
    /// <summary>The part that the student sees, anew in every step, as in the published code.</summary>
    Crop,

    /// <summary>Whole exposures, once each; parts are cut from the results.</summary>
    Frame,
}
