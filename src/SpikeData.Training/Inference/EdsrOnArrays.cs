using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes images four times as large: 'x' [N, 1, H, W] gives 'y' [N, 1, 4 H, 4 W].</summary>
[Variant("edsr")]
public sealed record EdsrOnArrays : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device)
    {
        NdArray x = input.Read<float>("x", "N, 1, H, W");
        Edsr network = Edsr.Of(device, weights);
        return x.ForEachImage(device, (tape, image) => network.Apply(tape.Input(x, image)));
    }
}
