namespace SpikeData.Training;

/// <summary>A learning rate that falls to zero along half a cosine in so many steps, and rises again in as many if training goes on.</summary>
/// <remarks>Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, equation 5 without restarts.</remarks>
public sealed record CosineRate(double Rate, int Steps) : ISchedule
{
    public double At(int step) => Rate * (1 + Math.Cos(Math.PI * step / Steps)) / 2;
}
