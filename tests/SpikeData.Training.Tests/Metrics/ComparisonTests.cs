using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class ComparisonTests : IDisposable
{
    readonly CpuDevice device = new();

    public static TheoryData<string> Pairs => ["rgb_noise", "rgb_u8", "gray", "dark", "bright_pred", "out_of_range", "batch2"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void PublishedProtocol_GivesThePublishedCodesFigures(string pair)
    {
        double[] values = Golden.Read<double>("metrics/metrics.npz", $"values_{pair}");
        Scores scores = Measure(Protocol.SSdm, pair);
        Assert.Equal(values[2], scores.Psnr, 1e-4);
        Assert.Equal(values[1], scores.Ssim, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void StandardProtocol_GivesTheFiguresOfPlainDefinitions(string pair)
    {
        double[] values = Golden.Read<double>("metrics/metrics.npz", $"values_{pair}");
        Scores scores = Measure(Protocol.Standard, pair);
        Assert.Equal(values[9], scores.Psnr, 1e-4);
        Assert.Equal(values[8], scores.Ssim, 1e-5);
    }

    [Fact]
    public void EqualPictures_ArePerfect()
    {
        using Comparison comparison = new(device, Protocol.Standard);
        float[] picture = Numbers.Random(3 * 24 * 24);
        Scores scores = comparison.Measure(picture, picture, new(1, 3, 24, 24));
        Assert.Equal(double.PositiveInfinity, scores.Psnr);
        Assert.Equal(1, scores.Ssim, 1e-6);
        Assert.Equal(0, scores.Lpips);
    }

    [Fact]
    public void Similarity_HasAGradient()
    {
        Ssim ssim = new(device, 2, SsimWindow.Square, 2);
        Shape shape = new(1, 2, 8, 9);
        float[] a = Numbers.Random(shape.Length, 1), b = Numbers.Random(shape.Length, 2), gradient = new float[shape.Length];
        using Tape tape = new(device);
        Tensor x = tape.Input(shape, a, needsGradient: true);
        tape.Backward(ssim.Apply(x, tape.Input(shape, b)));
        tape.ReadGradient(x, gradient);
        for (int i = 0; i < shape.Length; i += 5) Assert.Equal((At(i, 1e-2f) - At(i, -1e-2f)) / 2e-2, gradient[i], 1e-4);

        double At(int i, float change)
        {
            float[] moved = (float[])a.Clone();
            moved[i] += change;
            using Tape again = new(device) { Records = false };
            return again.Scalar(ssim.Apply(again.Input(shape, moved), again.Input(shape, b)));
        }
    }

    public void Dispose() => device.Dispose();

    Scores Measure(Protocol protocol, string pair)
    {
        NdArray prediction = Golden.Read("metrics/metrics.npz", $"pred_{pair}"), truth = Golden.Read("metrics/metrics.npz", $"true_{pair}");
        ReadOnlySpan<int> shape = prediction.Shape;
        using Comparison comparison = new(device, protocol);
        return comparison.Measure(prediction.As<float>(), truth.As<float>(), new(shape[0], shape[1], shape[2], shape[3]));
    }
}
