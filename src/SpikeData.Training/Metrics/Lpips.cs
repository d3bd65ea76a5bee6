using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training;

/// <summary>How different two pictures look: LPIPS 0.1, the weighted distance of what a classifier's layers see in them.</summary>
/// <remarks>
/// Zhang et al., "The Unreasonable Effectiveness of Deep Features as a Perceptual Metric", 2018, equation 1. Pictures are [N, 3, H, W],
/// red, green, blue, from -1 to 1.
/// </remarks>
public sealed class Lpips
{
    static readonly float[] Shift = [-.030f, -.088f, -.188f], Scale = [.458f, .448f, .450f];

    readonly LpipsBackbone backbone;
    readonly Tensor[] seen, other;

    Lpips(LpipsBackbone backbone)
    {
        this.backbone = backbone;
        (seen, other) = (new Tensor[backbone.Taps.Count], new Tensor[backbone.Taps.Count]);
    }

    /// <summary>With SqueezeNet 1.1, whose weights are part of the library.</summary>
    public static Lpips Squeeze(Device device) => new(Loaded(new SqueezeBackbone(device), Shipped("lpips-squeeze")));

    /// <summary>With VGG16, as the training of S-SDM takes it.</summary>
    /// <param name="weights">torchvision's weights of <c>vgg16</c>; the classifier may be among them.</param>
    /// <exception cref="SpikeDataException">SPIKE502: names or shapes differ from torchvision's.</exception>
    public static Lpips Vgg(Device device, Weights weights) => new(Loaded(new VggBackbone(device), Shipped("lpips-vgg"), weights));

    /// <summary>With AlexNet, as the evaluation of S-SDM takes it.</summary>
    /// <param name="weights">torchvision's weights of <c>alexnet</c>; the classifier may be among them.</param>
    /// <exception cref="SpikeDataException">SPIKE502: names or shapes differ from torchvision's.</exception>
    public static Lpips Alex(Device device, Weights weights) => new(Loaded(new AlexBackbone(device), Shipped("lpips-alex"), weights));

    /// <summary>The mean distance of the pictures of a batch, pair by pair.</summary>
    public Tensor Apply(Tensor a, Tensor b)
    {
        backbone.Look(a, seen);
        backbone.Look(b, other);
        Tensor? sum = null;
        for (int tap = 0; tap < seen.Length; tap++)
        {
            Tensor distance = seen[tap].NormalizeChannels().Subtract(other[tap].NormalizeChannels()).Square().Convolve(backbone.Importance[tap]).Mean();
            sum = sum is null ? distance : sum.Add(distance);
        }

        return sum!;
    }

    static LpipsBackbone Loaded(LpipsBackbone backbone, params ReadOnlySpan<Weights> sources)
    {
        Weights all = [];
        foreach (Weights source in sources)
            foreach ((string name, NdArray array) in source.Where(pair => pair.Key.StartsWith("features.", StringComparison.Ordinal) || pair.Key.StartsWith("lin", StringComparison.Ordinal)))
                all.Add(name, array);
        all.Add("scaling.weight", Diagonal([.. Scale.Select(scale => 1 / scale)]));
        all.Add("scaling.bias", NdArray.Of<float>(Shift.Zip(Scale, (shift, scale) => -shift / scale).ToArray(), 3));
        all.CopyTo(backbone.Parameters);
        return backbone;
    }

    static NdArray Diagonal(float[] numbers) =>
        NdArray.Of<float>([numbers[0], 0, 0, 0, numbers[1], 0, 0, 0, numbers[2]], 3, 3, 1, 1);

    static Weights Shipped(string name)
    {
        using Stream stream = typeof(Lpips).Assembly.GetManifestResourceStream($"{name}.npz")!;
        return NpzWeights.Read(stream, name);
    }
}
