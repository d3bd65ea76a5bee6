using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The layers of a classifier that <see cref="Lpips"/> looks at, with torchvision's names; they are never trained.</summary>
abstract class LpipsBackbone : Network
{
    readonly ConvolutionLayer scaling;

    /// <param name="taps">The channels of each layer that is looked at.</param>
    protected LpipsBackbone(Device device, params int[] taps)
        : base(device, seed: 0, isTrained: false)
    {
        Taps = taps;
        scaling = new(Parameters, "scaling", 3, 3, 1);
        Importance = [.. taps.Select((channels, i) => Parameters.AddWeight($"lin{i}.model.1.weight", 1, channels, 1, 1))];
    }

    /// <summary>The channels of each layer that is looked at.</summary>
    public IReadOnlyList<int> Taps { get; }

    /// <summary>How much each channel of each layer counts.</summary>
    public IReadOnlyList<Parameter> Importance { get; }

    /// <summary>Fills in what each layer sees in pictures from -1 to 1.</summary>
    public void Look(Tensor x, Span<Tensor> taps) => LookScaled(scaling.Apply(x), taps);

    protected abstract void LookScaled(Tensor x, Span<Tensor> taps);

    protected ConvolutionLayer Convolution(int place, int inputs, int outputs, int kernel, int stride = 1, int padding = 0) =>
        new(Parameters, $"features.{place}", inputs, outputs, kernel, stride, Padding.All(padding), slope: 0);
}
