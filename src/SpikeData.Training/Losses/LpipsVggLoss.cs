using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>LPIPS by VGG16, as the published training takes it; torchvision's weights are yours to supply.</summary>
/// <param name="Weights">A file with the weights of torchvision's vgg16, relative to the recipe.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are
/// several.</param>
[Variant("lpips-vgg")]
public sealed record LpipsVggLoss([property: FileInKey] string Weights, string? Part = null) : ILoss
{
    public Func<Tensor, Tensor, Tensor> Create(Device device, string directory) =>
        Lpips.Vgg(device, WeightFile.Read(Path.GetFullPath(Weights, directory), Part)).Apply;
}
