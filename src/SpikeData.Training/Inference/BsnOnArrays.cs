using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Denoises images: 'x' [N, C, H, W] gives 'y' of the same shape.</summary>
[Variant("bsn")]
public sealed record BsnOnArrays : IArrayNetwork
{
    const int SmallestSide = 4;

    public NdArray Apply(Weights weights, Npz input, Device device)
    {
        NdArray x = input.Read<float>("x", "N, C, H, W");
        Bsn network = Bsn.Of(device, weights);
        (int height, int width) = (x.Shape[2], x.Shape[3]);
        if (Math.Min(height, width) < SmallestSide || Math.Max(height, width) >= 3 * Math.Min(height, width))
            throw ImageArrays.Misfit($"'x' is {x}; sides of {SmallestSide} or more were expected, the longer one less than three times the shorter");
        ImageArrays.CheckChannels(x, "x", network.Channels);
        return x.ForEachImage(device, (tape, image) => network.Apply(tape.Input(x, image)));
    }
}
