namespace SpikeData.Calibration;

/// <summary>The brightness of the scene, or of a part of it: the mean of a picture, and the share of pixels that fire during its exposure.</summary>
/// <param name="pictures">The brightness of each picture.</param>
/// <param name="ticks">The share of pixels that fire in each tick.</param>
public sealed class BrightnessSignal(double[] pictures, double[] ticks) : SharedSignal(pictures, ticks.Length)
{
    readonly TickSums sums = new(ticks);

    internal override double Predict(double middle, PictureClock clock) => sums.Mean(middle - clock.ExposureTicks / 2, middle + clock.ExposureTicks / 2);
}
