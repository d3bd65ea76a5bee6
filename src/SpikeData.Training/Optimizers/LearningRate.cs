using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The learning rate over time. Its variants are the ways it can go.</summary>
public interface ILearningRate
{
    /// <summary>The learning rate of a step, counted from 0.</summary>
    double At(int step, RunLength length);

    /// <summary>The same, or the way of a network's published training where the recipe gives a number alone.</summary>
    /// <param name="usual">That way, from its largest rate.</param>
    ILearningRate Or(Func<double, ILearningRate> usual) => this;
}

/// <summary>The way of the network's published training, with this rate at its largest: what a number alone means.</summary>
/// <param name="Rate">The largest rate.</param>
[Variant("usual", TakesNumber = true)]
public sealed record UsualRate([Range(0, 1)] double Rate) : ILearningRate
{
    public double At(int step, RunLength length) => throw new InvalidOperationException("What is usual depends on the network.");

    public ILearningRate Or(Func<double, ILearningRate> usual) => usual(Rate);
}

/// <summary>One rate for all steps.</summary>
/// <param name="Rate">The rate.</param>
[Variant("constant")]
public sealed record ConstantRate([Range(0, 1)] double Rate) : ILearningRate
{
    public double At(int step, RunLength length) => Rate;
}

/// <summary>A rate that falls to zero along half a cosine.</summary>
/// <remarks>Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, equation 5 without restarts.</remarks>
/// <param name="Rate">The first rate.</param>
/// <param name="Over">What the cosine counts.</param>
[Variant("cosine")]
public sealed record CosineRate([Range(0, 1)] double Rate, CosineOver Over = CosineOver.Epochs) : ILearningRate
{
    public double At(int step, RunLength length) => Over switch
    {
        CosineOver.Steps => Half(Rate, step, length.Epochs),
        CosineOver.Epochs => Half(Rate, step, length.Steps),
        _ => Half(Rate, length.At(step).Epoch, length.Epochs),
    };

    /// <summary>Half a cosine from a rate to zero, which rises again beyond its end.</summary>
    internal static double Half(double rate, int at, int end) => rate * (1 + Math.Cos(Math.PI * at / end)) / 2;
}

/// <summary>What the cosine of a learning rate counts.</summary>
public enum CosineOver
{
    /// <summary>Epochs: it falls once from first to last, a little in every step.</summary>
    Epochs,

    /// <summary>Whole epochs: it falls once from first to last, and stays within each epoch.</summary>
    WholeEpochs,

    /// <summary>Steps, up to the number of epochs: it falls and rises again many times, as in the published code of LDN.</summary>
    Steps,
}

/// <summary>A rate that is multiplied by a factor at some epochs.</summary>
/// <param name="Rate">The first rate.</param>
/// <param name="Milestones">The epochs at which it falls.</param>
/// <param name="RateFactor">What it is multiplied by there.</param>
[Variant("stepped")]
public sealed record SteppedRate(
    [Range(0, 1)] double Rate,
    [Range(0, 1_000_000, Unit = "epochs")] IReadOnlyList<int> Milestones,
    [Range(0, 1)] double RateFactor = 0.25) : ILearningRate
{
    public double At(int step, RunLength length)
    {
        int epoch = length.At(step).Epoch;
        return Rate * Math.Pow(RateFactor, Milestones.Count(milestone => epoch >= milestone));
    }
}

/// <summary>A rate that rises evenly from zero and then falls along half a cosine.</summary>
/// <param name="Rate">The largest rate.</param>
/// <param name="WarmUp">Steps until it is reached.</param>
/// <param name="LastRate">The rate at the end of the cosine.</param>
[Variant("warm-up-cosine")]
public sealed record WarmUpCosineRate(
    [Range(0, 1)] double Rate, [Range(0, 1_000_000, Unit = "steps")] int WarmUp = 2000, [Range(0, 1)] double LastRate = 3e-6) : ILearningRate
{
    public double At(int step, RunLength length) => step < WarmUp
        ? Rate * step / WarmUp
        : LastRate + CosineRate.Half(Rate - LastRate, step - WarmUp, Math.Max(length.Steps - WarmUp, 1));
}
