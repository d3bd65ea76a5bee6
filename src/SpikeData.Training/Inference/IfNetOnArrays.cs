using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes the middle frame of two frames: 'frames' [2, H, W, 3] of bytes and 't' [n] give 'y' [n, 3, H, W], blue, green, red.</summary>
[Variant("ifnet")]
public sealed record IfNetOnArrays : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device) => Read(weights, device, takesInstant: false).Between(input, device);

    internal static IfNet Read(Weights weights, Device device, bool takesInstant)
    {
        IfNet network = IfNet.Of(device, weights);
        return network.TakesInstant == takesInstant ? network : throw new SpikeDataException(
            "SPIKE560", takesInstant
                ? "These are weights of IFNet, which makes the middle frame: infer ifnet."
                : "These are weights of IFNet_m, which takes an instant: infer ifnet-m.");
    }
}

/// <summary>Makes frames between two frames: 'frames' [2, H, W, 3] of bytes and 't' [n] give 'y' [n, 3, H, W], blue, green, red.</summary>
[Variant("ifnet-m")]
public sealed record IfNetMOnArrays : IArrayNetwork
{
    public NdArray Apply(Weights weights, Npz input, Device device) => IfNetOnArrays.Read(weights, device, takesInstant: true).Between(input, device);
}
