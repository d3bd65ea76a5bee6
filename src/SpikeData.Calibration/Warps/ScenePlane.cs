namespace SpikeData.Calibration;

/// <summary>The plane that a scene is taken for, as recipes and the command line state it.</summary>
public static class ScenePlane
{
    /// <param name="depth">How far in front of the spike camera the scene is, in the unit of the calibration; null for far away.</param>
    /// <param name="slopeRight">How much further away it is for each unit to the right.</param>
    /// <param name="slopeDown">How much further away it is for each unit downwards.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE621: what is far away does not slope.</exception>
    public static Plane? Of(double? depth, double slopeRight, double slopeDown) => depth is { } known
        ? Plane.At(known, slopeRight, slopeDown)
        : slopeRight == 0 && slopeDown == 0 ? null : throw Errors.SlopeWithoutDepth();
}
