using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes frames between two frames: 'frames' [2, H, W, 3] of bytes and 't' [n] give 'y' [n, 3, H, W], blue, green, red.</summary>
/// <param name="Scales">On how many coarser levels flows are found before the finest (S_tst of the paper): more follow larger motion.</param>
/// <param name="ModuleScale">How many times smaller than the frames the finest flows are; the weights tell, so this only checks them.</param>
[Variant("xvfi")]
public sealed record XvfiOnArrays([Range(0, 8)] int Scales = 3, int? ModuleScale = null) : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device)
    {
        XvfiNet network = XvfiNet.Of(device, weights, Scales);
        return ModuleScale is not { } asked || asked == network.ModuleScale ? network.Between(input, device) : throw new SpikeDataException(
            "SPIKE560", $"The weights are for the module scale {network.ModuleScale}, not {asked}.");
    }
}
