using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The light deblurring network: a sharp color image from a blurry one and the spikes around one instant.</summary>
/// <remarks>Chen et al., "SpikeReveal: Unlocking Temporal Sequences from Real Blurry Inputs with Spike Streams", 2024, section 4.3.</remarks>
public sealed class Ldn : Network
{
    /// <summary>Sides of pictures are multiples of this: the network works at a quarter of them.</summary>
    public const int Side = 4;

    const int HalvingKernel = 5;

    readonly ConvolutionLayer blurHalf, blurQuarter, spikeFirst, spikeSecond, predict;
    readonly ChannelAttention channels;
    readonly SpatialAttention places;
    readonly ResidualBlock firstBlock, secondBlock;
    readonly TransposedConvolutionLayer firstDoubling, secondDoubling;

    /// <param name="spikes">Spike planes it sees at once.</param>
    /// <param name="width">Channels of the first layers; deeper ones have two and four times as many.</param>
    /// <param name="hidden">Numbers in the middle of the channel attention.</param>
    /// <param name="scale">How many times higher and wider pictures are than spikes: 4 as published, 2 or 1. Larger spikes are halved by the layers that halve the picture.</param>
    public Ldn(Device device, long seed, int spikes = 21, int width = 16, int hidden = 4, int scale = Side)
        : base(device, seed)
    {
        (Spikes, Scale) = (spikes, scale);
        blurHalf = Encoder("blur_enc.0", 3, width, halves: true);
        blurQuarter = Encoder("blur_enc2.0", width, 2 * width, halves: true);
        spikeFirst = Encoder("spike_enc.0", spikes, width, halves: scale < Side);
        spikeSecond = Encoder("spike_enc2.0", width, 2 * width, halves: scale < Side / 2);
        channels = new(Parameters, "ca", 4 * width, hidden);
        places = new(Parameters, "sa");
        firstBlock = new(Parameters, "resBlock1.conv_block.0", "resBlock1.conv_block.3", 4 * width);
        secondBlock = new(Parameters, "resBlock2.conv_block.0", "resBlock2.conv_block.3", 4 * width);
        firstDoubling = new(Parameters, "decoder1.0", 4 * width, 2 * width, 5, stride: 2, padding: 2, outputPadding: 1, slope: 0);
        secondDoubling = new(Parameters, "decoder2.0", 2 * width, width, 5, stride: 2, padding: 2, outputPadding: 1, slope: 0);
        predict = new(Parameters, "pred", 3 + width, 3, 1);
    }

    /// <summary>Spike planes it sees at once.</summary>
    public int Spikes { get; }

    /// <summary>How many times higher and wider pictures are than spikes.</summary>
    public int Scale { get; }

    /// <summary>The network of the size its weights have.</summary>
    /// <exception cref="SpikeDataException">SPIKE502, SPIKE560: the weights belong to another network.</exception>
    public static Ldn Of(Device device, Weights weights)
    {
        int scale = Side / Halving("spike_enc.0.weight") / Halving("spike_enc2.0.weight");
        Ldn network = new(
            device, seed: 0, weights.Length("spike_enc.0.weight", 1), weights.Length("blur_enc.0.weight", 0), weights.Length("ca.fc.0.weight", 0), scale);
        weights.CopyTo(network.Parameters);
        return network;

        int Halving(string layer) => weights.Length(layer, 2) == HalvingKernel ? 2 : 1;
    }

    /// <param name="blur">[N, 3, H, W] with sides that are multiples of <see cref="Side"/>.</param>
    /// <param name="spikes">[N, <see cref="Spikes"/>, H / <see cref="Scale"/>, W / <see cref="Scale"/>], 0 or 1.</param>
    /// <returns>[N, 3, H, W], not limited to 0 .. 1.</returns>
    public Tensor Apply(Tensor blur, Tensor spikes)
    {
        if (blur.Shape.Height != Scale * spikes.Shape.Height || blur.Shape.Width != Scale * spikes.Shape.Width)
            throw new ArgumentException($"Spikes with 1/{Scale} of the sides of {blur.Shape} were expected; these are {spikes.Shape}.", nameof(spikes));
        Tensor seen = blurQuarter.Apply(blurHalf.Apply(blur)).Concat(spikeSecond.Apply(spikeFirst.Apply(spikes)));
        Tensor fused = secondBlock.Apply(firstBlock.Apply(places.Apply(channels.Apply(seen))));
        return predict.Apply(blur.Concat(secondDoubling.Apply(firstDoubling.Apply(fused))));
    }

    /// <summary>A layer that halves has a larger window, by which the weights tell the scale they were trained for.</summary>
    ConvolutionLayer Encoder(string name, int inputs, int outputs, bool halves) => halves
        ? new(Parameters, name, inputs, outputs, HalvingKernel, stride: 2, Padding.All(2), slope: 0)
        : new(Parameters, name, inputs, outputs, 3, padding: Padding.All(1), slope: 0);
}
