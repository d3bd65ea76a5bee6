using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli.Tests;

/// <summary>The blurry image, made darker: a method as a project of one's own declares it.</summary>
/// <param name="Factor">What is left of the light.</param>
[Variant("darker")]
public sealed record DarkerMethod(double Factor = 0.5) : IMethod
{
    public ReadyMethod Open(MethodContext context) => new("Darker", "the blurry image with less light", (view, planes) =>
    {
        view.Scene.Blur(view.Window, planes);
        foreach (ref float pixel in planes) pixel *= (float)Factor;
    });
}

/// <summary>The mean of the image, whatever the truth.</summary>
[Variant("brightness")]
public sealed record BrightnessMetric : IMetric
{
    public string Title => "Brightness";

    public Meter Open(Device device, string directory) => new((image, _, _) =>
    {
        double sum = 0;
        foreach (float pixel in image) sum += pixel;
        return sum / image.Length;
    });
}

/// <summary>Twice the mean of squared differences.</summary>
[Variant("twice-mse")]
public sealed record TwiceMseLoss : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) => (made, expected) => Loss.MeanSquared(made, expected).Scale(2);
}

/// <summary>Multiplies 'x' [N, C, H, W] by its only weight.</summary>
/// <param name="Add">What is added.</param>
[Variant("times")]
public sealed record TimesOnArrays(int Add = 0) : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device)
    {
        NdArray x = input.Read<float>("x", "N, C, H, W");
        float factor = weights["factor"].As<float>()[0];
        return x.ForEachImage(device, (tape, image) => tape.Input(x, image).Scale(factor, Add));
    }
}
