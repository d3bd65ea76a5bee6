namespace SpikeData.Training;

/// <summary>How close a picture comes to the truth.</summary>
/// <param name="Psnr">The peak signal-to-noise ratio in decibels; more is better.</param>
/// <param name="Ssim">The structural similarity; 1 is equal.</param>
/// <param name="Lpips">The perceptual distance by SqueezeNet; 0 is equal.</param>
public readonly record struct Scores(double Psnr, double Ssim, double Lpips)
{
    /// <summary>The mean of each score over some pictures.</summary>
    public static Scores Mean(IReadOnlyCollection<Scores> all) =>
        new(all.Average(scores => scores.Psnr), all.Average(scores => scores.Ssim), all.Average(scores => scores.Lpips));
}
