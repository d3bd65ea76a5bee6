namespace SpikeData.Training;

/// <summary>How much each pixel of a row of the window counts in <see cref="Ssim"/>; columns count alike.</summary>
/// <param name="Weights">The weights of a row; they sum to 1.</param>
/// <param name="CovarianceFactor">What variances are multiplied with: n / (n - 1) for those of a sample of n pixels, else 1.</param>
public sealed record SsimWindow(float[] Weights, float CovarianceFactor = 1)
{
    /// <summary>The 11x11 Gaussian of the paper, with a standard deviation of 1.5 pixels.</summary>
    public static SsimWindow Gaussian { get; } = new(Bell(11, 1.5));

    /// <summary>The 7x7 square with sample covariances that scikit-image takes by default.</summary>
    public static SsimWindow Square { get; } = new([.. Enumerable.Repeat(1f / 7, 7)], 49f / 48);

    static float[] Bell(int size, double deviation)
    {
        double[] bell = [.. Enumerable.Range(0, size).Select(i => Math.Exp(-Math.Pow((i - size / 2) / deviation, 2) / 2))];
        return [.. bell.Select(weight => (float)(weight / bell.Sum()))];
    }
}
