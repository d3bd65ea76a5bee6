using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The baseline EDSR: makes gray images four times as high and wide, or twice.</summary>
/// <remarks>Lim et al., "Enhanced Deep Residual Networks for Single Image Super-Resolution", 2017, for one channel as in S-SDM.</remarks>
public sealed class Edsr : Network
{
    const float MeanOfPhotographs = 0.446f;

    readonly Parameter subtractWeight, subtractBias, addWeight, addBias;
    readonly ConvolutionLayer head, bodyEnd, last;
    readonly ConvolutionLayer[] doublings;
    readonly ResidualBlock[] body;

    /// <param name="width">Channels inside.</param>
    /// <param name="blocks">Residual blocks.</param>
    /// <param name="scale">How many times higher and wider the results are: a power of 2. With 1 the network enlarges nothing.</param>
    public Edsr(Device device, long seed, int width = 64, int blocks = 16, int scale = 4)
        : base(device, seed)
    {
        Scale = scale;
        subtractWeight = Parameters.AddConstant("sub_mean.weight", 1, isTrained: false, 1, 1, 1, 1);
        subtractBias = Parameters.AddConstant("sub_mean.bias", -MeanOfPhotographs, isTrained: false, 1);
        addWeight = Parameters.AddConstant("add_mean.weight", 1, isTrained: false, 1, 1, 1, 1);
        addBias = Parameters.AddConstant("add_mean.bias", MeanOfPhotographs, isTrained: false, 1);
        head = Convolution("head.0", 1, width);
        body = [.. Enumerable.Range(0, blocks).Select(i => new ResidualBlock(Parameters, $"body.{i}.body.0", $"body.{i}.body.2", width))];
        bodyEnd = Convolution($"body.{blocks}", width, width);
        doublings = [.. Enumerable.Range(0, int.Log2(scale)).Select(i => Convolution(Doubling(i), width, 4 * width))];
        last = Convolution("tail.1", width, 1);
    }

    /// <summary>How many times higher and wider the results are.</summary>
    public int Scale { get; }

    /// <summary>The network of the size its weights have.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static Edsr Of(Device device, Weights weights)
    {
        int blocks = 0, doublings = 0;
        while (weights.Contains($"body.{blocks}.body.0.weight")) blocks++;
        while (weights.Contains($"{Doubling(doublings)}.weight")) doublings++;
        Edsr network = new(device, seed: 0, weights.Length("head.0.weight", 0), blocks, 1 << doublings);
        weights.CopyTo(network.Parameters);
        return network;
    }

    /// <param name="x">[N, 1, H, W].</param>
    /// <returns>[N, 1, scale H, scale W].</returns>
    public Tensor Apply(Tensor x)
    {
        Tensor first = head.Apply(x.Convolve(subtractWeight, subtractBias)), deep = first;
        foreach (ResidualBlock block in body) deep = block.Apply(deep);
        Tensor large = bodyEnd.Apply(deep).Add(first);
        foreach (ConvolutionLayer doubling in doublings) large = doubling.Apply(large).PixelShuffle(2);
        return last.Apply(large).Convolve(addWeight, addBias);
    }

    /// <summary>PyTorch counts the shuffle behind each convolution, too.</summary>
    static string Doubling(int index) => $"tail.0.{2 * index}";

    ConvolutionLayer Convolution(string name, int inputs, int outputs) => new(Parameters, name, inputs, outputs, 3, padding: Padding.All(1));
}
