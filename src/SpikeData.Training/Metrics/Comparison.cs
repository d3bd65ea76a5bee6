using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Compares pictures with the truth by one protocol.</summary>
/// <remarks>
/// <see cref="Protocol.SSdm"/> maps both pictures to 2x - 1, limited to -1 .. 1, and lets scikit-image 0.19 guess: the range is 2, but 1 for
/// the PSNR of a prediction that is nowhere darker than 0.5, which costs it 6 dB; SSIM has 7x7 square windows and sees shifted luminances.
/// <see cref="Protocol.Standard"/> limits them to 0 .. 1, with range 1 and Gaussian windows.
/// </remarks>
public sealed class Comparison(Device device, Protocol protocol) : IDisposable
{
    readonly Tape tape = new(device) { Records = false };
    readonly Dictionary<int, Ssim> similarities = [];
    readonly Lazy<Lpips> perception = new(() => Lpips.Squeeze(device));

    /// <summary>Compares a prediction with the truth, each [N, C, H, W] from 0 to 1.</summary>
    /// <returns>The scores; the perceptual distance is of 2x - 1, as LPIPS expects, in the order of channels given.</returns>
    public Scores Measure(ReadOnlySpan<float> prediction, ReadOnlySpan<float> truth, Shape shape)
    {
        tape.Clear();
        Tensor a = Seen(tape.Input(shape, prediction)), b = Seen(tape.Input(shape, truth));
        double squared = tape.Scalar(Loss.MeanSquared(a, b)), range = RangeOf(prediction);
        double similarity = tape.Scalar(SimilarityOf(shape.Channels).Apply(a, b));
        double distance = shape.Channels == 3 ? tape.Scalar(perception.Value.Apply(Centered(prediction, shape), Centered(truth, shape))) : double.NaN;
        return new(10 * Math.Log10(range * range / squared), similarity, distance);
    }

    /// <summary>The peak signal-to-noise ratio alone, in decibels.</summary>
    public double Psnr(ReadOnlySpan<float> prediction, ReadOnlySpan<float> truth, Shape shape)
    {
        tape.Clear();
        double squared = tape.Scalar(Loss.MeanSquared(Seen(tape.Input(shape, prediction)), Seen(tape.Input(shape, truth)))), range = RangeOf(prediction);
        return 10 * Math.Log10(range * range / squared);
    }

    /// <summary>The structural similarity alone.</summary>
    public double Ssim(ReadOnlySpan<float> prediction, ReadOnlySpan<float> truth, Shape shape)
    {
        tape.Clear();
        return tape.Scalar(SimilarityOf(shape.Channels).Apply(Seen(tape.Input(shape, prediction)), Seen(tape.Input(shape, truth))));
    }

    public void Dispose() => tape.Dispose();

    Tensor Seen(Tensor x) => protocol == Protocol.SSdm ? x.Scale(2, -1).Clamp(-1, 1) : x.Clamp(0, 1);

    Tensor Centered(ReadOnlySpan<float> picture, Shape shape) => tape.Input(shape, picture).Scale(2, -1).Clamp(-1, 1);

    double RangeOf(ReadOnlySpan<float> prediction)
    {
        if (protocol == Protocol.Standard) return 1;
        foreach (float value in prediction)
            if (value < 0.5f) return 2;
        return 1;
    }

    Ssim SimilarityOf(int channels)
    {
        if (!similarities.TryGetValue(channels, out Ssim? ssim)) similarities.Add(channels, ssim = NewSimilarity(channels));
        return ssim;
    }

    Ssim NewSimilarity(int channels) =>
        protocol == Protocol.SSdm ? new(device, channels, SsimWindow.Square, 2) : new(device, channels, SsimWindow.Gaussian, 1);
}
