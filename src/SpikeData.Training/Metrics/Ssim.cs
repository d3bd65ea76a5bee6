using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The structural similarity of images: 1 for equal ones. It has a gradient, so it serves as a loss as well.</summary>
/// <remarks>Wang et al., "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004, equation 13; only windows inside the image count.</remarks>
public sealed class Ssim
{
    readonly SsimWindow window;
    readonly float range;
    readonly Parameter along, down;

    /// <param name="channels">Channels of the images.</param>
    /// <param name="range">The distance between the darkest and the brightest value there could be.</param>
    public Ssim(Device device, int channels, SsimWindow window, float range)
    {
        (this.window, this.range) = (window, range);
        ParameterSet constants = new(device, 0);
        int size = window.Weights.Length;
        along = constants.AddConstant("along", 0, isTrained: false, channels, channels, 1, size);
        down = constants.AddConstant("down", 0, isTrained: false, channels, channels, size, 1);
        float[] weights = new float[channels * channels * size];
        for (int channel = 0; channel < channels; channel++) window.Weights.CopyTo(weights.AsSpan((channel * channels + channel) * size));
        along.Write(weights);
        down.Write(weights);
    }

    /// <summary>The mean similarity over all images, channels and windows.</summary>
    public Tensor Apply(Tensor a, Tensor b)
    {
        const float LuminanceWeight = 0.01f, ContrastWeight = 0.03f;
        float luminance = LuminanceWeight * range * LuminanceWeight * range, contrast = ContrastWeight * range * ContrastWeight * range;
        Tensor meanA = Blur(a), meanB = Blur(b), squareA = meanA.Square(), squareB = meanB.Square(), mixed = meanA.Multiply(meanB);
        Tensor variances = Blur(a.Square()).Add(Blur(b.Square())).Subtract(squareA.Add(squareB)).Scale(window.CovarianceFactor, contrast);
        Tensor covariance = Blur(a.Multiply(b)).Subtract(mixed).Scale(2 * window.CovarianceFactor, contrast);
        Tensor over = mixed.Scale(2, luminance).Multiply(covariance);
        return over.Divide(squareA.Add(squareB).Scale(1, luminance).Multiply(variances)).Mean();
    }

    Tensor Blur(Tensor x) => x.Convolve(along).Convolve(down);
}
