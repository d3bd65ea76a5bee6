using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The perceptual distance by SqueezeNet, whose weights are part of the library; 0 is equal.</summary>
[Variant("lpips")]
public sealed record LpipsMetric : IMetric
{
    public string Title => "LPIPS";

    public Meter Open(Device device, string directory) => Of(device, Lpips.Squeeze(device));

    /// <summary>Measures images in color, which LPIPS expects from -1 to 1.</summary>
    internal static Meter Of(Device device, Lpips lpips)
    {
        Tape tape = new(device) { Records = false };
        return new((image, truth, shape) => Measure(tape, lpips, image, truth, shape), tape);
    }

    static double Measure(Tape tape, Lpips lpips, ReadOnlySpan<float> image, ReadOnlySpan<float> truth, Shape shape)
    {
        if (shape.Channels != 3) return double.NaN;
        tape.Clear();
        return tape.Scalar(lpips.Apply(tape.Input(shape, image).Scale(2, -1).Clamp(-1, 1), tape.Input(shape, truth).Scale(2, -1).Clamp(-1, 1)));
    }
}

/// <summary>The perceptual distance by AlexNet, as the published evaluation takes it; torchvision's weights are yours to supply.</summary>
/// <param name="Weights">A file with the weights of torchvision's alexnet, relative to the recipe.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are
/// several.</param>
[Variant("lpips-alex")]
public sealed record LpipsAlexMetric(string Weights, string? Part = null) : IMetric
{
    public string Title => "LPIPS alex";

    public Meter Open(Device device, string directory) =>
        LpipsMetric.Of(device, Lpips.Alex(device, WeightFile.Read(Path.GetFullPath(Weights, directory), Part)));
}
