namespace SpikeData.Training;

/// <summary>A learning rate that is multiplied by a factor at some steps.</summary>
/// <param name="Rate">The first rate.</param>
/// <param name="Factor">What it is multiplied by.</param>
/// <param name="Milestones">At which steps.</param>
public sealed record SteppedRate(double Rate, double Factor, IReadOnlyList<int> Milestones) : ISchedule
{
    public double At(int step) => Rate * Math.Pow(Factor, Milestones.Count(milestone => step >= milestone));
}
