namespace SpikeData.Training;

/// <summary>A learning rate that rises evenly from zero and then falls along half a cosine.</summary>
/// <param name="Rate">The largest rate.</param>
/// <param name="WarmUp">Steps until it is reached.</param>
/// <param name="Steps">Steps until the last rate is reached, those of the rise included.</param>
/// <param name="Last">The last rate.</param>
public sealed record WarmUpRate(double Rate, int WarmUp, int Steps, double Last) : ISchedule
{
    public double At(int step) => step < WarmUp
        ? Rate * step / WarmUp
        : Last + new CosineRate(Rate - Last, Math.Max(Steps - WarmUp, 1)).At(step - WarmUp);
}
