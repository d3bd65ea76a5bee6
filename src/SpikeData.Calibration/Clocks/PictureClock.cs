namespace SpikeData.Calibration;

/// <summary>How the exposures of a picture camera lie among the ticks of a spike camera.</summary>
/// <param name="FirstMiddle">The moment in the middle of picture 0's exposure, in ticks since the beginning of tick 0; need not be whole, nor inside the recording.</param>
/// <param name="TicksPerPicture">From the middle of one exposure to the next; its difference from the ratio of the two nominal rates is the drift.</param>
/// <param name="ExposureTicks">How long the shutter is open.</param>
public sealed record PictureClock(double FirstMiddle, double TicksPerPicture, double ExposureTicks)
{
    /// <summary>The moment in the middle of a picture's exposure, in ticks.</summary>
    public double Middle(double picture) => FirstMiddle + picture * TicksPerPicture;

    /// <summary>The whole tick in the middle of a picture's exposure.</summary>
    public long MiddleTick(int picture) => (long)Math.Floor(Middle(picture));
}
