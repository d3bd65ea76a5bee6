using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>What an image shows at five scales: each level is what the next, coarser one lacks.</summary>
/// <remarks>
/// Burt and Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983, with 5x5 binomial filters and mirrored borders as in RIFE. A
/// pyramid is linear, so that of a difference is the difference of pyramids.
/// </remarks>
public sealed class LaplacianPyramid
{
    const int Levels = 5, Reach = 2;
    static readonly float[] Binomial = [1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f];

    readonly Parameter smooth, spread, smoothSpread;

    /// <param name="channels">Channels of the images.</param>
    public LaplacianPyramid(Device device, int channels = 3)
    {
        smooth = Filter(device, channels, 1);
        smoothSpread = Filter(device, channels, 4);
        spread = new(device, "spread", [4 * channels, channels, 1, 1], isTrained: false);
        float[] places = new float[4 * channels * channels];
        for (int channel = 0; channel < channels; channel++) places[4 * channel * channels + channel] = 1;
        spread.Write(places);
    }

    /// <summary>The sum over levels of the mean distance between two images' levels.</summary>
    /// <param name="x">[N, C, H, W] with sides that are multiples of 32 and 64 or more.</param>
    public Tensor Distance(Tensor x, Tensor other)
    {
        Tensor current = x.Subtract(other);
        Tensor? sum = null;
        for (int level = 0; level < Levels; level++)
        {
            // Every second pixel: the window never reaches the last row and column of a full border.
            Tensor coarser = current.Pad(Border.Mirror, Reach, Reach - 1, Reach, Reach - 1).Convolve(smooth, stride: 2);
            Tensor distance = current.Subtract(Mirrored(coarser.Convolve(spread).PixelShuffle(2)).Convolve(smoothSpread)).Abs().Mean();
            sum = sum is null ? distance : sum.Add(distance);
            current = coarser;
        }

        return sum!;
    }

    static Tensor Mirrored(Tensor x) => x.Pad(Border.Mirror, Reach, Reach, Reach, Reach);

    /// <summary>The binomial filter of each channel by itself.</summary>
    static Parameter Filter(Device device, int channels, float factor)
    {
        int side = Binomial.Length;
        Parameter filter = new(device, "binomial", [channels, channels, side, side], isTrained: false);
        float[] weights = new float[filter.Count];
        for (int i = 0; i < channels * side * side; i++)
        {
            int channel = i / (side * side), tap = i % (side * side);
            weights[(channel * channels + channel) * side * side + tap] = factor * Binomial[tap / side] * Binomial[tap % side];
        }

        filter.Write(weights);
        return filter;
    }
}
