namespace SpikeData.Imaging;

/// <summary>When the rows of a conventional camera see light: all at once, or one after another from the top.</summary>
/// <param name="OpenFrames">How many frames each row sees.</param>
/// <param name="ReadoutFrames">How many frames later a row below the lowest would begin than the highest; 0 for a global shutter.</param>
public sealed record Shutter(int OpenFrames, int ReadoutFrames = 0)
{
    /// <summary>A global shutter that is open for a share of an exposure, from its beginning; for at least one frame.</summary>
    public static Shutter ForDuty(int exposureFrames, double share) =>
        new(Math.Clamp((int)Math.Round(exposureFrames * share, MidpointRounding.AwayFromZero), 1, exposureFrames));

    /// <summary>How many frames pass until the lowest row has seen its share.</summary>
    public int FramesFor(int height) => checked(OpenFrames + (int)((height - 1L) * ReadoutFrames / height));
}
