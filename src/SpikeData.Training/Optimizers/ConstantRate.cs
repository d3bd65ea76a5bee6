namespace SpikeData.Training;

/// <summary>One learning rate for all steps.</summary>
public sealed record ConstantRate(double Rate) : ISchedule
{
    public double At(int step) => Rate;
}
