namespace SpikeData.Training;

/// <summary>How far two tensors of one shape lie apart, as one number.</summary>
public static class Loss
{
    /// <summary>The mean of squared differences.</summary>
    public static Tensor MeanSquared(Tensor actual, Tensor expected) => actual.Subtract(expected).Square().Mean();

    /// <summary>The mean of absolute differences.</summary>
    public static Tensor MeanAbsolute(Tensor actual, Tensor expected) => actual.Subtract(expected).Abs().Mean();

    /// <summary>The mean of sqrt(difference^2 + roundness^2).</summary>
    /// <remarks>Charbonnier et al., "Two deterministic half-quadratic regularization algorithms for computed imaging", 1994.</remarks>
    public static Tensor Charbonnier(Tensor actual, Tensor expected, float roundness = 1e-3f) =>
        actual.Subtract(expected).Abs(roundness).Mean();

    /// <summary>The peak signal-to-noise ratio of a result, limited to 0 .. 1, against what it should be.</summary>
    internal static double Psnr(Tensor actual, Tensor expected) => -10 * Math.Log10(actual.Tape.Scalar(MeanSquared(actual.Clamp(0, 1), expected)));
}
