namespace SpikeData.Calibration;

/// <summary>Something that both cameras of a rig measured while it changed: what pictures show of it, and what a picture taken at any other time would.</summary>
/// <param name="pictures">One number for each picture.</param>
/// <param name="ticks">How many ticks were recorded.</param>
public abstract class SharedSignal(double[] pictures, int ticks)
{
    /// <summary>One number for each picture.</summary>
    public IReadOnlyList<double> Pictures { get; } = pictures;

    /// <summary>How many ticks were recorded.</summary>
    public int Ticks { get; } = ticks;

    /// <summary>How many pictures after its own a number depends on.</summary>
    internal virtual int PicturesAhead => 0;

    /// <summary>The number that the ticks give for a picture.</summary>
    /// <param name="middle">The middle of its exposure; the whole exposure, and those of the pictures ahead, lie within the recording.</param>
    /// <param name="clock">The exposure, and the time to the next picture.</param>
    internal abstract double Predict(double middle, PictureClock clock);

    /// <summary>The first and the last picture for which the ticks give a number; the last is before the first where there is none.</summary>
    internal (int First, int Last) Covered(PictureClock clock)
    {
        double half = clock.ExposureTicks / 2;
        double first = Math.Ceiling((half - clock.FirstMiddle) / clock.TicksPerPicture);
        double last = Math.Floor((Ticks - half - clock.FirstMiddle) / clock.TicksPerPicture) - PicturesAhead;
        return ((int)Math.Clamp(first, 0, Pictures.Count), (int)Math.Clamp(last, -1, Pictures.Count - 1));
    }
}
