namespace SpikeData.Calibration;

/// <summary>A signal sampled once a tick, integrated, so that its mean between any two moments is at hand.</summary>
sealed class TickSums
{
    readonly double[] sums;

    public TickSums(IReadOnlyList<double> signal)
    {
        sums = new double[signal.Count + 1];
        for (int tick = 0; tick < signal.Count; tick++) sums[tick + 1] = sums[tick] + signal[tick];
    }

    public int Ticks => sums.Length - 1;

    /// <summary>The mean between two moments in ticks, parts of ticks counting in part; both lie within the signal.</summary>
    public double Mean(double from, double to) => (At(to) - At(from)) / (to - from);

    double At(double moment)
    {
        int tick = Math.Clamp((int)moment, 0, Ticks - 1);
        return sums[tick] + (moment - tick) * (sums[tick + 1] - sums[tick]);
    }
}
